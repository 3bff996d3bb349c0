using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The pieces of town that are searched one by one because no area crosses from one to the next: planning units, cut
/// further by the units that a rule pack does not let areas cross (districts).
/// </summary>
internal sealed class SearchCells
{
    private readonly int[] _unitOfCell;

    private SearchCells(int[] cells, int[] unitOfCell)
    {
        Cells = cells;
        _unitOfCell = unitOfCell;
    }

    /// <summary>The cell of each parcel; -1 where it lies in no planning unit and nothing else divides the town.</summary>
    public int[] Cells { get; }

    /// <summary>The planning unit of a cell, -1 where it has none.</summary>
    public int UnitOf(int cell) => cell < 0 || _unitOfCell.Length == 0 ? cell : _unitOfCell[cell];

    /// <summary>Planning units as they are.</summary>
    public static SearchCells Of(int[] units) => new(units, []);

    /// <summary>The cells of a city.</summary>
    /// <param name="facts">What lies on its parcels.</param>
    /// <param name="divisions">Names of the divisions that areas do not cross; one that the city does not have divides nothing.</param>
    public static SearchCells Of(ParcelFacts facts, IReadOnlyList<string> divisions)
    {
        var areUncrossed = facts.Unit.Length > 0 && divisions.Contains(LayerNames.PlanningUnits);
        var units = areUncrossed ? facts.Unit.ToArray() : [.. Enumerable.Repeat(-1, facts.Count)];
        string[] others = [.. divisions.Where(name => name != LayerNames.PlanningUnits && facts.Divisions.ContainsKey(name)).Distinct().Order(StringComparer.Ordinal)];
        if (others.Length == 0)
        {
            return Of(units);
        }

        var keys = new (int Unit, int Division)[units.Length];
        for (var parcel = 0; parcel < keys.Length; parcel++)
        {
            keys[parcel].Unit = units[parcel];
        }

        foreach (var division in others)
        {
            keys = Cut(keys, facts.Divisions[division].Main);
        }

        var sorted = keys.Distinct().Order().ToArray();
        var numbers = sorted.Select((key, cell) => (key, cell)).ToDictionary(pair => pair.key, pair => pair.cell);
        return new SearchCells([.. keys.Select(key => numbers[key])], [.. sorted.Select(key => key.Unit)]);
    }

    /// <summary>The cells after a parcel was split; null where its parts do not lie in the units that it lay in.</summary>
    /// <param name="facts">What lies on the parcels, before and now.</param>
    /// <param name="divisions">As above.</param>
    /// <param name="parts">Rows of the parts: the parcel's own, and the last ones.</param>
    public SearchCells? After((ParcelFacts Before, ParcelFacts Now) facts, IReadOnlyList<string> divisions, int[] parts)
    {
        foreach (var name in divisions.Where(facts.Now.Divisions.ContainsKey))
        {
            var unit = facts.Before.Divisions[name].Main[parts[0]];
            if (Array.Exists(parts, part => facts.Now.Divisions[name].Main[part] != unit))
            {
                return null;
            }
        }

        var cells = new int[facts.Now.Count];
        Cells.CopyTo(cells, 0);
        Array.ForEach(parts, part => cells[part] = Cells[parts[0]]);
        return new SearchCells(cells, _unitOfCell);
    }

    /// <summary>Numbers the pairs of what was cut so far and the units of one more division.</summary>
    private static (int Unit, int Division)[] Cut((int Unit, int Division)[] keys, ReadOnlySpan<int> main)
    {
        var pairs = new ((int Unit, int Division) Key, int Main)[keys.Length];
        for (var parcel = 0; parcel < keys.Length; parcel++)
        {
            pairs[parcel] = (keys[parcel], main[parcel]);
        }

        var numbers = pairs.Distinct().Order().Select((pair, number) => (pair, number)).ToDictionary(pair => pair.pair, pair => pair.number);
        return [.. pairs.Select(pair => (pair.Key.Unit, numbers[pair]))];
    }
}
