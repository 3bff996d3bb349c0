using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Tests.Metrics;

/// <summary>A building of a test quarter: 10 m × 10 m on its parcel; what is not given is unknown.</summary>
internal sealed record House(int Parcel, double FloorArea = double.NaN, FloorAreaOrigin Origin = FloorAreaOrigin.Surveyed)
{
    public int Storeys { get; init; } = Unknown.Integer;

    public int YearBuilt { get; init; } = Unknown.Integer;

    public DangerGrade Danger { get; init; }

    public int Households { get; init; } = Unknown.Integer;

    public int People { get; init; } = Unknown.Integer;

    public double Illegal { get; init; } = double.NaN;

    public string? IllegalDecision { get; init; }

    public string? Use { get; init; }

    public string? Structure { get; init; }

    public int RenewedYear { get; init; } = Unknown.Integer;
}
