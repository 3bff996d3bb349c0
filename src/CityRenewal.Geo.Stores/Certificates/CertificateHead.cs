using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Stores.Certificates;

/// <summary>The first record of a certificate file, as JSON: what was asked and what holds for the whole plan.</summary>
internal sealed record CertificateHead
{
    // The price in force of a hard limit is infinite.
    private static readonly JsonSerializerOptions Wording = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsNotAsked } },
    };

    public required string DataVersion { get; init; }

    public required ProposalOptions Options { get; init; }

    public string RulePack { get; init; } = "";

    public string RulePackHash { get; init; } = "";

    /// <summary>The limits file that the request's own rules stand in; empty where it had none.</summary>
    public string RequestRules { get; init; } = "";

    public required long[] PlanPrices { get; init; }

    /// <summary>Whole numbers of 128 bits stand as text.</summary>
    public required string AreaPrice { get; init; }

    /// <summary>The bound, millionths of a m².</summary>
    public required string Bound { get; init; }

    public required int Units { get; init; }

    public static CertificateHead Of(SavedCertificate saved) => new()
    {
        DataVersion = saved.Certificate.DataVersion,
        Options = saved.Options,
        RulePack = saved.RulePack,
        RulePackHash = saved.RulePackHash,
        RequestRules = saved.RequestRules,
        PlanPrices = [.. saved.Certificate.PlanPrices],
        AreaPrice = saved.Certificate.AreaPrice.ToString(CultureInfo.InvariantCulture),
        Bound = saved.Certificate.Millionths.ToString(CultureInfo.InvariantCulture),
        Units = saved.Certificate.Units.Count,
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Wording);

    // A request that gives floor area no worth is written as it was before there were such worths.
    private static void LeaveOutWhatIsNotAsked(JsonTypeInfo type)
    {
        foreach (var property in type.Type == typeof(ProposalOptions) ? type.Properties : [])
        {
            property.ShouldSerialize = property.Name switch
            {
                "demolition_worth" or "new_floor_area_worth" => (_, worth) => worth is not 0.0,
                "has_floor_worth" => (_, _) => false,
                _ => property.ShouldSerialize,
            };
        }
    }

    public static CertificateHead From(byte[] bytes) =>
        JsonSerializer.Deserialize<CertificateHead>(bytes, Wording) ?? throw new InvalidDataException("it has no head");
}
