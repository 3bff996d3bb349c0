using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Buildings that lie upon each other. In a layer where that is rare, the one that explains it was moved; where it is the
/// habit (podium and tower, storeys drawn one by one) they are parts of one building.
/// </summary>
internal sealed class BuildingOverlaps
{
    /// <summary>Share of the smaller footprint from which two buildings are at odds: less is a wall drawn twice.</summary>
    private const double AtOdds = 0.10;

    /// <summary>Share of the smaller footprint from which it is a part of the larger one.</summary>
    private const double IsPart = 0.95;

    /// <summary>From this share of all buildings it is the habit of the layer.</summary>
    private const double Habit = 0.02;

    private BuildingOverlaps()
    {
    }

    /// <summary>Rows that were moved, with those they lie upon and the words for it.</summary>
    public Dictionary<int, (List<int> Others, string Detail)> Culprits { get; private init; } = [];

    /// <summary>Rows that lie upon others as their layer has it, with the words for it.</summary>
    public IReadOnlyList<(int Row, string Detail)> Habitual { get; private init; } = [];

    public static BuildingOverlaps Of(City city, bool[]? spoilt, OverlayRun run)
    {
        var footprints = MeasuredFeatures.Of(city.Buildings.Shapes, run);
        var pairs = OverlapPairs.Of(city.Buildings.Shapes, footprints, city.Buildings.Shapes, footprints, run);
        var areas = new SortedDictionary<(int A, int B), double>();
        var parts = new List<(int Row, string Detail)>();
        for (var a = 0; a < city.Buildings.Count; a++)
        {
            foreach (var (b, area) in pairs.PartsOf(a))
            {
                if (b <= a || spoilt?[a] == true || spoilt?[b] == true)
                {
                    continue;
                }

                var share = area / Math.Min(footprints.Areas[a], footprints.Areas[b]);
                if (share >= IsPart)
                {
                    var part = footprints.Areas[a] < footprints.Areas[b] ? a : b;
                    parts.Add((part, $"it lies within {city.Buildings.Ids[part == a ? b : a]}"));
                }
                else if (share >= AtOdds)
                {
                    areas[(a, b)] = area;
                }
            }
        }

        var named = Defects.Culprits.Of(areas.Keys);
        var details = named.ToDictionary(entry => entry.Key, entry => (Others: entry.Value, Detail: DetailOf(entry.Key, entry.Value, areas, city)));
        return named.Count > Math.Max(20, Habit * city.Buildings.Count)
            ? new BuildingOverlaps { Habitual = [.. details.Select(entry => (entry.Key, entry.Value.Detail)), .. parts] }
            : new BuildingOverlaps { Culprits = details, Habitual = parts };
    }

    private static string DetailOf(int row, List<int> others, SortedDictionary<(int A, int B), double> areas, City city)
    {
        var shared = others.Sum(other => areas[(Math.Min(row, other), Math.Max(row, other))]);
        return FormattableString.Invariant(
            $"{shared:0.#} m² of it lie upon building {string.Join(", ", others.Take(3).Select(other => city.Buildings.Ids[other]))}");
    }
}
