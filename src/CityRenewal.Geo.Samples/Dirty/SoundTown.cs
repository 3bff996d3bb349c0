using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>What stands where before anything is planted: who shares a border, what carries buildings, what lies over what.</summary>
internal sealed class SoundTown
{
    private readonly Dictionary<(Spot From, Spot To), int> _sides = [];
    private readonly Dictionary<string, int> _buildings = [];
    private readonly List<SpotBox> _stacked = [];
    private readonly Dictionary<string, DraftFeature> _parcels = [];

    public SoundTown(IReadOnlyList<DraftLayer> layers)
    {
        var parcels = layers.Single(layer => layer.Name == LayerNames.Parcels);
        for (var row = 0; row < parcels.Features.Count; row++)
        {
            var open = parcels.Features[row].Open;
            _parcels[parcels.IdOf(row)] = parcels.Features[row].Copy();
            if (parcels.Value(row, "rights_position") is not "surface")
            {
                _stacked.Add(SpotBox.Of(open));
                continue;
            }

            for (var k = 0; k < open.Count; k++)
            {
                _sides[(open[k], open[(k + 1) % open.Count])] = row;
            }
        }

        var buildings = layers.Single(layer => layer.Name == LayerNames.Buildings);
        for (var row = 0; row < buildings.Features.Count; row++)
        {
            var parcel = (string)buildings.Value(row, "parcel_id")!;
            _buildings[parcel] = _buildings.GetValueOrDefault(parcel) + 1;
            Extent = Extent.With(SpotBox.Of(buildings.Features[row].Open));
        }
    }

    /// <summary>Box around all buildings.</summary>
    public SpotBox Extent { get; } = new(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);

    /// <summary>Whether a feature is a plain one: a single outline of moderate size, with no right above or under it.</summary>
    public bool IsOrdinary(Site site) =>
        site.Feature.Rings.Count == 1
        && site.Feature.Form == OddForm.Ordinary
        && site.Outline.Count is >= 4 and <= 14
        && site.Layer.Name switch
        {
            LayerNames.Parcels => Outlines.Area(site.Outline) is > 200 and < 12_000
                && Outlines.Compactness(site.Outline) > 0.035 && !_stacked.Exists(site.Box.Meets),
            _ => Outlines.Area(site.Outline) > 40,
        };

    /// <summary>Whether a parcel carries no building, so that what happens to it happens to nothing else.</summary>
    public bool IsVacant(Site site) => !_buildings.ContainsKey(site.Layer.IdOf(site.Row));

    /// <summary>Sides of a parcel that are another parcel's as well, by the number of their first vertex.</summary>
    public List<int> SharedSides(Site site) => SidesOf(site, isShared: true);

    /// <summary>Sides of a parcel that lie on a street or at the edge of the town.</summary>
    public List<int> FreeSides(Site site) => SidesOf(site, isShared: false);

    /// <summary>The sound parcel of that id.</summary>
    public DraftFeature Parcel(string id) => _parcels[id];

    // The neighbour runs along a common border the other way round.
    private List<int> SidesOf(Site site, bool isShared) =>
    [
        .. Enumerable.Range(0, site.Outline.Count).Where(k =>
            _sides.ContainsKey((site.Outline[(k + 1) % site.Outline.Count], site.Outline[k])) == isShared),
    ];
}
