using System.Globalization;
using CityRenewal.Geo.Compliance;
using Google.Protobuf.WellKnownTypes;

namespace CityRenewal.Geo.Service.Rpc.Opinions;

/// <summary>Turns entries of a record of opinions into messages.</summary>
internal static class OpinionMessages
{
    /// <summary>An entry of a record.</summary>
    /// <param name="plan">Name of the plan.</param>
    /// <param name="opinion">The entry.</param>
    /// <param name="since">What became of its finding.</param>
    /// <param name="hash">Its hash; empty where it is not written.</param>
    public static V1.Opinion ToMessage(string plan, Opinion opinion, FindingSince since, string hash) => new()
    {
        Name = hash.Length > 0 ? NameOf(plan, opinion.Number) : "",
        Number = opinion.Number,
        Kind = (V1.OpinionKind)(opinion.Kind switch { OpinionKind.Opinion => 1, OpinionKind.Correction => 2, _ => 3 }),
        RefersTo = opinion.RefersTo is { } number ? NameOf(plan, number) : "",
        Area = opinion.Area,
        Project = opinion.Project,
        Rule = opinion.Rule,
        Text = opinion.Text,
        Reason = opinion.Reason,
        Author = opinion.Author,
        CreateTime = DateTimeOffset.TryParse(opinion.Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Timestamp.FromDateTimeOffset(time)
            : null,
        WrittenAt = opinion.Time,
        FindingHash = opinion.FindingHash,
        FindingSince = (V1.FindingSince)((int)since + 1),
        Hash = hash,
    };

    private static string NameOf(string plan, int number) => string.Create(CultureInfo.InvariantCulture, $"{plan}/opinions/{number}");
}
