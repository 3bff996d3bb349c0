using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Turns what a verdict was computed from into its messages.</summary>
internal static class EvidenceMessages
{
    /// <summary>The evidence of a finding.</summary>
    public static V1.Evidence ToMessage(Evidence evidence, City city)
    {
        var message = new V1.Evidence { StripAreaM2 = evidence.StripArea };
        if (evidence.Numerator is { } numerator)
        {
            message.Numerator = numerator;
        }

        if (evidence.Denominator is { } denominator)
        {
            message.Denominator = denominator;
        }

        if (evidence.Tolerance is { } tolerance)
        {
            message.ToleranceM = tolerance;
        }

        message.Parcels.AddRange(Names(city.Parcels.Ids, evidence.Parcels));
        message.Buildings.AddRange(Names(city.Buildings.Ids, evidence.Buildings));
        message.Strips.AddRange(evidence.Strips
            .Select(strip => new V1.Encroachment { Parcel = city.Parcels.Ids[strip.Parcel], AreaM2 = strip.AreaM2, WidthM = strip.WidthM })
            .OrderBy(strip => strip.Parcel, StringComparer.Ordinal));
        message.Others.AddRange(evidence.Others);
        message.Parts.AddRange(evidence.Parts.Select(part => ToMessage(part, city)));
        return message;
    }

    /// <summary>A layer that a finding was read off.</summary>
    public static V1.FindingSource ToMessage(FindingSource source)
    {
        var message = new V1.FindingSource { Layer = source.Layer, Version = source.Version };
        message.Features.AddRange(source.Features);
        return message;
    }

    private static V1.EvidencePart ToMessage(EvidencePart part, City city)
    {
        var message = new V1.EvidencePart { Above = part.Above, Below = part.Below };
        if (part.IsBuilding)
        {
            message.Building = city.Buildings.Ids[part.Row];
        }
        else
        {
            message.Parcel = city.Parcels.Ids[part.Row];
        }

        return message;
    }

    private static IEnumerable<string> Names(TextColumn ids, IReadOnlyList<int> rows) =>
        rows.Select(row => ids[row]).Order(StringComparer.Ordinal);
}
