using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// What is found by comparing the features of a city with each other. All but the findings on overlaps and voids is there
/// without the land fabric, so that it can be looked for while that is still being made.
/// </summary>
internal sealed class CityComparison
{
    private readonly City _city;
    private readonly bool[]? _spoiltParcels;
    private readonly List<CityFinding> _corners;
    private readonly List<CityFinding> _others;

    private CityComparison(City city, bool[]? spoiltParcels, (List<CityFinding> Corners, List<CityFinding> Others) found)
    {
        (_city, _spoiltParcels) = (city, spoiltParcels);
        (_corners, _others) = found;
    }

    /// <summary>What is told of whole layers.</summary>
    public required List<Defect> OfLayers { get; init; }

    /// <summary>Compares.</summary>
    public static CityComparison Of(
        CityWork work, IReadOnlyList<SourceLayer> layers, IReadOnlyList<Defect> known, CancellationToken cancel)
    {
        var (city, facts) = (work.City, work.Facts(cancel: cancel));
        var run = new OverlayRun(city.Plane, work.Threads, cancel);
        var spoiltParcels = SpoiltRows.Of(city.Parcels.Ids, LayerNames.Parcels, known);
        var spoiltBuildings = SpoiltRows.Of(city.Buildings.Ids, LayerNames.Buildings, known);
        var (corners, noise) = ParcelCornerCheck.Of(city, (facts.Lots.Boxes, spoiltParcels), work.Threads, cancel);
        var (areas, basis) = DeclaredAreas.Of(city, layers, spoiltParcels);
        List<CityFinding> others =
        [
            .. BuildingPlaceCheck.Of(city, facts, (spoiltParcels, spoiltBuildings), run),
            .. ControlZoneCheck.Of(city, run),
            .. BuildingContradictions.Of(city, facts),
            .. MultipartParcels.Of(city),
            .. areas,
        ];
        return new CityComparison(city, spoiltParcels, (corners, others))
        {
            OfLayers = [.. noise, .. basis, .. LayerAgreement.Of(city, facts), .. LayerAges.Of(layers, city.BaselineYear)],
        };
    }

    /// <summary>All findings, with those that the fabric shows.</summary>
    public List<CityFinding> With(LandFabric fabric) =>
    [
        .. NarrowVoidCheck.Of(_city, fabric, _corners, _spoiltParcels),
        .. _corners,
        .. OverlapCheck.Of(_city, fabric, _spoiltParcels),
        .. _others,
    ];
}
