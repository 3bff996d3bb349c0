using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Delineation.Tiny;

/// <summary>
/// A drawn unit of at most twelve parcels with every kind of limit now and then: streets, barriers, area limits, rows hard
/// and soft, a price of opening, a least compactness, locks. The number of the instance decides all of it.
/// </summary>
internal sealed class TinyUnit
{
    private const int MostParcels = 12;
    private const long TwiceCell = 2L * 200_000 * 200_000;

    private readonly Random _random;
    private readonly LandNodes _nodes;
    private readonly List<(int, int)> _barriers = [];
    private long[] _benefits = [];
    private List<(long[] Takes, long Limit, double SoftPrice)> _rows = [];

    public TinyUnit(int number)
    {
        Number = number;
        _random = new Random(number);
        Drawing = Draw();
        var lattice = new LatticeLand(Drawing);
        if (_random.Next(4) == 0)
        {
            _barriers.AddRange(Enumerable.Range(0, 2).Select(_ => (_random.Next(lattice.ParcelCount), _random.Next(lattice.ParcelCount))));
        }

        _nodes = lattice.Nodes(barriers: _barriers);
        Land = MakeLand();
    }

    public int Number { get; }

    public string[] Drawing { get; }

    public UnitLand Land { get; }

    /// <summary>The same unit with everything that is worth or costs something twice as large.</summary>
    public UnitLand Doubled => new(
        _nodes,
        [.. _benefits.Select(benefit => 2 * benefit)],
        Land.Limits with { Price = 2 * Land.Limits.Price, Opening = 2 * Land.Limits.Opening },
        0,
        RowsOf(2));

    /// <summary>The same unit with a parcel more that is worth less than nothing and has no neighbour.</summary>
    public UnitLand WithLonelyParcel()
    {
        var lonely = (char)('A' + _nodes.NodeOfParcel.Length);
        var nodes = new LatticeLand([.. Drawing.Select((row, y) => $"{row}  {(y == 0 ? lonely : ' ')}")]).Nodes(barriers: _barriers);
        var benefits = new long[nodes.Count];
        for (var node = 0; node < _nodes.NodeOfParcel.Length; node++)
        {
            (benefits[node], nodes.LockedIn[node]) = (_benefits[node], _nodes.LockedIn[node]);
        }

        benefits[_nodes.NodeOfParcel.Length] = -100_000_000;
        var rows = _rows.Select((row, index) => new RuleRow($"row {index}", [.. row.Takes, 0], row.Limit) { SoftPrice = row.SoftPrice });
        return new UnitLand(nodes, benefits, Land.Limits, 0, NodeRows.Of(nodes, [.. rows]));
    }

    public override string ToString() =>
        $"unit {Number}: {string.Join('|', Drawing)} {Land.Limits} rows {string.Join(' ', _rows.Select(row => row.SoftPrice))} locked {string.Join(' ', Enumerable.Range(0, Land.ParcelCount).Where(Land.IsLockedIn))} barriers {string.Join(' ', _barriers)}";

    private string[] Draw()
    {
        var (width, height) = (_random.Next(3, 6), _random.Next(2, 5));
        var cells = new char[height][];
        var next = 0;
        for (var y = 0; y < height; y++)
        {
            cells[y] = new char[width];
            for (var x = 0; x < width; x++)
            {
                var beside = x > 0 && _random.Next(2) == 0 ? cells[y][x - 1] : y > 0 ? cells[y - 1][x] : ' ';
                var kind = _random.Next(100);
                cells[y][x] = kind < 14 ? '.' : kind < 18 ? ' '
                    : (kind < 34 || next == MostParcels) && char.IsLetter(beside) ? beside
                    : next < MostParcels ? (char)('A' + next++) : ' ';
            }
        }

        return next > 0 ? [.. cells.Select(row => new string(row))] : ["A"];
    }

    private UnitLand MakeLand()
    {
        var count = _nodes.Count;
        _benefits = new long[count];
        for (var node = 0; node < count && !_nodes.IsStreet(node); node++)
        {
            _benefits[node] = _random.Next(-250, 450) * 1_000_000L + _random.Next(1_000);
            _nodes.LockedIn[node] = false;
        }

        if (_random.Next(6) == 0)
        {
            _nodes.LockedIn[_random.Next(_nodes.NodeOfParcel.Max() + 1)] = true;
        }

        var least = _random.Next(1, 4);
        var limits = new SearchLimits(
            (0.2 + (4 * _random.NextDouble())) * _nodes.MetresPerUnit, least * TwiceCell, (least + _random.Next(0, 8)) * TwiceCell, 7)
        {
            Opening = _random.Next(3) == 0 ? _random.Next(0, 200) : 0,
            LeastPolsbyPopper = _random.Next(4) == 0 ? 0.3 + (0.3 * _random.NextDouble()) : 0,
        };
        _rows = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => (
            Enumerable.Range(0, _nodes.NodeOfParcel.Length).Select(_ => _random.Next(-6, 7) * 1_000_000L).ToArray(),
            _random.Next(-2, 8) * 1_000_000L,
            _random.Next(3) == 0 ? _random.Next(5, 120) : double.PositiveInfinity))];
        return new UnitLand(_nodes, _benefits, limits, 0, RowsOf(1));
    }

    private NodeRows RowsOf(double factor) => NodeRows.Of(
        _nodes,
        [.. _rows.Select((row, index) => new RuleRow($"row {index}", row.Takes, row.Limit) { SoftPrice = factor * row.SoftPrice })]);
}
