using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Buildings;

/// <summary>Puts buildings on the parcels of a block: inside their parcel, apart from each other, a few across a border.</summary>
internal sealed class Builder(bool isSound)
{
    private const double StraddlingShare = 0.012;
    private const double SmallestPlot = 40;
    private readonly List<Spot> _footprint = [];
    private readonly List<Ring> _plots = [];
    private readonly HashSet<int> _taken = [];
    private readonly Dictionary<int, (Spot From, Spot To)> _straddling = [];
    private Ring _spare = new();
    private Region _region = null!;
    private Habit _habit = null!;
    private int _year;
    private Dice _dice;

    /// <summary>Starts a block: chooses which of its parcels share a building.</summary>
    public void Begin(Region region, BlockMesh mesh, ref Dice dice)
    {
        (_region, _habit) = (region, Habit.Of(region.Quarter));
        _year = BuildingTraits.BlockYear(region, ref dice);
        _straddling.Clear();
        _taken.Clear();
        if (region.Quarter is not (Quarter.Slope or Quarter.Farmland or Quarter.Park))
        {
            for (var f = 0; f < mesh.Faces.Count; f++)
            {
                if (dice.Chance(StraddlingShare) && !isSound)
                {
                    Straddle(mesh, f);
                }
            }
        }

        _dice = dice;
    }

    /// <summary>Builds on parcel f of the block.</summary>
    public void Build(int f, Ring parcel, double area, bool hasYard, (int Unit, int Number) id, CellParcels into)
    {
        Heritage.Plant(_region, parcel, id, ref _dice, into);
        if (_straddling.TryGetValue(f, out var border))
        {
            AcrossBorder(border, area);
            Finish(id, 1, into);
        }
        else if (hasYard && !_taken.Contains(f))
        {
            AroundYard(parcel, id, into);
        }
        else if (!_taken.Contains(f))
        {
            Ordinary(parcel, id, into);
        }
    }

    // Only pairs that carry nothing else, so that no building stands on another.
    private void Straddle(BlockMesh mesh, int f)
    {
        var face = mesh.Faces[f];
        for (var k = 0; k < face.Corners.Count; k++)
        {
            var (from, to) = (face.Corner(k), face.Corner(k + 1));
            var neighbour = BlockMesh.IsInner(face.Sides[k]) ? Behind(mesh, from, to) : -1;
            var border = (mesh.Corner(from), mesh.Corner(to));
            if (neighbour >= 0 && (border.Item2 - border.Item1).Length > 16 && !_taken.Contains(f) && _taken.Add(neighbour))
            {
                _taken.Add(f);
                _straddling.Add(f, border);
                return;
            }
        }
    }

    private static int Behind(BlockMesh mesh, int from, int to)
    {
        for (var f = 0; f < mesh.Faces.Count; f++)
        {
            var face = mesh.Faces[f];
            var k = face.Corners.IndexOf(to);
            if (k >= 0 && face.Corner(k + 1) == from)
            {
                return f;
            }
        }

        return -1;
    }

    private void AcrossBorder((Spot From, Spot To) border, double area)
    {
        var along = border.To - border.From;
        var half = (Math.Min(0.28, 12 / along.Length)) * along;
        var reach = Math.Min(7, 0.22 * Math.Sqrt(area));
        var side = reach * along.Direction.Left;
        var middle = border.From.Toward(border.To, 0.5) + (_dice.Between(-0.6, 0.6) * side);
        _footprint.Clear();
        _footprint.AddRange([middle - half - side, middle + half - side, middle + half + side, middle - half + side]);
    }

    private void AroundYard(Ring parcel, (int Unit, int Number) id, CellParcels into)
    {
        var middle = parcel.Centre();
        _footprint.Clear();
        for (var k = 0; k < parcel.Count; k++)
        {
            _footprint.Add(middle.Toward(parcel[k], 0.86));
        }

        WriteRing(into.Buildings, isHole: false);
        _footprint.Clear();
        for (var k = parcel.Count - 1; k >= 0; k--)
        {
            _footprint.Add(middle.Toward(parcel[k], 0.5));
        }

        WriteRing(into.Buildings, isHole: true);
        into.Buildings.EndFeature();
        var footprint = parcel.Area() * ((0.86 * 0.86) - 0.25);
        into.BuildingRows.Add(RowOf(id, 1, footprint));
    }

    private void Ordinary(Ring parcel, (int Unit, int Number) id, CellParcels into)
    {
        var count = _dice.Weighted(_habit.Counts);
        if (count == 0)
        {
            return;
        }

        Plots(parcel, count);
        var number = 0;
        foreach (var plot in _plots)
        {
            FootprintShape.Draw(_habit.Form, plot, ref _dice, _footprint);
            if (_footprint.Count > 0)
            {
                Finish(id, ++number, into);
            }
        }
    }

    // Sets back from the border, then halves the largest plot until every building has its own.
    private void Plots(Ring parcel, int count)
    {
        _plots.Clear();
        var yard = new Ring();
        yard.Copy(parcel);
        for (var k = 0; k < parcel.Count; k++)
        {
            var side = parcel[k + 1] - parcel[k];
            if (side.Length > 0.05)
            {
                var outward = -1.0 * side.Direction.Left;
                yard.Cut(outward, outward.Dot(parcel[k]) - _habit.Setback, _spare);
                (yard, _spare) = (_spare, yard);
            }
        }

        yard.Clean(0.4);
        _plots.Add(yard);
        while (_plots.Count < count && TryHalveLargest())
        {
        }
    }

    private bool TryHalveLargest()
    {
        var largest = _plots.MaxBy(plot => plot.Area())!;
        if (largest.Area() < SmallestPlot)
        {
            return false;
        }

        var axis = largest.LongDirection();
        var at = axis.Dot(largest.Centre());
        var (left, right) = (new Ring(), new Ring());
        largest.Cut(axis, at - (_habit.Between / 2), left);
        largest.Cut(-1.0 * axis, -at - (_habit.Between / 2), right);
        _plots.Remove(largest);
        _plots.Add(left);
        _plots.Add(right);
        return true;
    }

    private void Finish((int Unit, int Number) id, int number, CellParcels into)
    {
        var footprint = WriteRing(into.Buildings, isHole: false);
        into.Buildings.EndFeature();
        var row = RowOf(id, number, footprint);
        into.BuildingRows.Add(row);
        Heritage.Consider(_region, row, _footprint, ref _dice, into);
    }

    private BuildingRow RowOf((int Unit, int Number) id, int number, double footprint)
    {
        var row = BuildingTraits.Of(_region, _year, footprint, ref _dice) with { Parcel = id, Number = (byte)number };
        return isSound ? SoundRows.Of(row, _year, footprint) : row;
    }

    private double WriteRing(ShapeSink into, bool isHole)
    {
        var twice = 0.0;
        for (var k = 0; k < _footprint.Count; k++)
        {
            var next = _footprint[k + 1 < _footprint.Count ? k + 1 : 0];
            twice += (_footprint[k] - _footprint[0]).Cross(next - _footprint[0]);
            into.Add(_footprint[k].Rounded);
        }

        into.CloseRing(isHole);
        return twice / 2;
    }
}
