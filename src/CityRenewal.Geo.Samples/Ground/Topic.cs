namespace CityRenewal.Geo.Samples.Ground;

/// <summary>What dice are thrown for; a new topic at the end leaves all the others as they were.</summary>
internal enum Topic
{
    Corner,
    Quarter,
    Streets,
    Block,
    Parcels,
    Buildings,
    Straddling,
    Plot,
    Tree,
    Hazard,
    Line,
    Historic,
    Planting,
    Office,
    Survey,
    HealthCheck,
}
