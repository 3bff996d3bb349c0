using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Exact.Solver;

namespace CityRenewal.Geo.Exact;

/// <summary>
/// A region as a mixed-integer model: benefit minus the price of the outline, size, rows, barriers and locks. A street is in
/// exactly where all its sides are; a border is saved where both its nodes are in. Contiguity comes as rows when it is broken.
/// </summary>
internal sealed class RegionModel : IDisposable
{
    // A tenth of a thousandth of a m²: far below what anybody measures, far above the solver's rounding.
    private const double Gap = 1e-4;

    private readonly Region _region;
    private readonly UnitLand _land;
    private readonly MipModel _model = new(Gap);
    private readonly int[] _parcels;
    private readonly int[] _streets;
    private readonly List<(int Column, int One, int Other)> _pairs = [];
    private readonly List<(int Column, int Row)> _excesses = [];
    private int _columns;

    public RegionModel(Region region)
    {
        _region = region;
        _land = region.Land;
        var squareMetres = _land.Nodes.MetresPerUnit * LandNodes.UnitsPerGridUnit;
        SquareMetresPerTwice = squareMetres * squareMetres / 2;
        _parcels = [.. region.Nodes.Select(node => Column(
            (_land.Benefits.Span[node] * SearchLimits.BenefitUnit) - (_land.Limits.Price * _land.Perimeter(node)),
            _land.IsLockedIn(node) ? 1 : 0, isInteger: true))];
        _streets = [.. region.Streets.Select(street => Column(StreetWorth(street), 0, isInteger: false))];
        AddStreets();
        AddBorders();
        AddSizes();
        AddRows();
        AddNeighbours();
    }

    /// <summary>m² of a unit of twice an area.</summary>
    public double SquareMetresPerTwice { get; }

    /// <summary>Solves what is there so far.</summary>
    /// <param name="start">An area to start from.</param>
    /// <param name="nodes">Most branching nodes.</param>
    public MipAnswer Solve(IReadOnlyCollection<int> start, int nodes) => _model.Solve(ValuesOf(start), nodes);

    /// <summary>The chosen nodes of an answer.</summary>
    public List<int> ChosenIn(double[] values) => [.. _region.Nodes.Where((_, index) => values[_parcels[index]] > 0.5)];

    /// <summary>Asks that two nodes are in together only with one of those that lie between them.</summary>
    public void Connect(int one, int other, IReadOnlyList<int> between) => Row(
        double.NegativeInfinity, 1, [(ColumnOf(one), 1), (ColumnOf(other), 1), .. between.Select(node => (ColumnOf(node), -1d))]);

    /// <summary>Forbids one choice: it keeps every row only within the solver's tolerance.</summary>
    public void Forbid(IReadOnlyCollection<int> chosen)
    {
        var isIn = chosen.ToHashSet();
        Row(double.NegativeInfinity, chosen.Count - 1, [.. _region.Nodes.Select(node => (ColumnOf(node), isIn.Contains(node) ? 1d : -1d))]);
    }

    /// <summary>
    /// Asks for the tangent of P ≤ √(4πA ÷ τ) at a size: holds for every area that is compact enough, and cuts off one of that
    /// size that is not.
    /// </summary>
    public void AskForCompactness(long twiceWithStreets)
    {
        var area = twiceWithStreets * SquareMetresPerTwice;
        var longest = Math.Sqrt(4 * Math.PI * area / _land.Limits.LeastPolsbyPopper);
        var perSquareMetre = longest / (2 * area);
        var terms = new List<(int Column, double Value)>();
        foreach (var node in _region.Nodes.Concat(_region.Streets))
        {
            terms.Add((ColumnOf(node), (_land.Perimeter(node) * Metres) - (perSquareMetre * _land.TwiceArea(node) * SquareMetresPerTwice)));
        }

        AddSavings(terms);
        Row(double.NegativeInfinity, longest / 2, terms);
    }

    public void Dispose() => _model.Dispose();

    private double Metres => _land.Nodes.MetresPerUnit;

    private int ColumnOf(int node) => node < _land.ParcelCount ? _parcels[_region.IndexOf[node]] : _streets[_region.IndexOf[node]];

    private int Column(double worth, double lower, bool isInteger)
    {
        _columns++;
        return _model.Add(worth, lower, 1, isInteger);
    }

    private void Row(double lower, double upper, IReadOnlyList<(int Column, double Value)> terms)
    {
        // A column stands in a row once.
        var folded = terms.GroupBy(term => term.Column).Select(group => (Column: group.Key, Value: group.Sum(term => term.Value)))
            .Where(term => term.Value != 0).OrderBy(term => term.Column).ToList();
        _model.Row(lower, upper, folded.Select(term => term.Column).ToArray(), folded.Select(term => term.Value).ToArray());
    }

    /// <summary>A street pays its border and saves, twice, what it shares with its sides: they are in whenever it is.</summary>
    private double StreetWorth(int street)
    {
        double worth = -_land.Perimeter(street);
        for (var entry = _land.NeighbourStart(street); entry < _land.NeighbourEnd(street); entry++)
        {
            worth += _land.Neighbour(entry) < _land.ParcelCount ? 2.0 * _land.Nodes.Borders[entry] : 0;
        }

        return _land.Limits.Price * worth;
    }

    private void AddStreets()
    {
        foreach (var street in _region.Streets)
        {
            var sides = _region.SidesOf(street).Select(ColumnOf).ToList();
            foreach (var side in sides)
            {
                Row(double.NegativeInfinity, 0, [(ColumnOf(street), 1), (side, -1)]);
            }

            Row(double.NegativeInfinity, sides.Count - 1, [.. sides.Select(side => (side, 1d)), (ColumnOf(street), -1)]);
        }
    }

    private void AddBorders()
    {
        foreach (var node in _region.Nodes.Concat(_region.Streets))
        {
            for (var entry = _land.NeighbourStart(node); entry < _land.NeighbourEnd(node); entry++)
            {
                var other = _land.Neighbour(entry);
                var isPair = (other < _land.ParcelCount) == (node < _land.ParcelCount) && other < node && _region.IndexOf[other] >= 0;
                if (isPair && _land.Nodes.Borders[entry] > 0)
                {
                    var saved = Column(2 * _land.Limits.Price * _land.Nodes.Borders[entry], 0, isInteger: false);
                    _pairs.Add((saved, node, other));
                    Row(double.NegativeInfinity, 0, [(saved, 1), (ColumnOf(node), -1)]);
                    Row(double.NegativeInfinity, 0, [(saved, 1), (ColumnOf(other), -1)]);
                }
            }
        }

        foreach (var node in _region.Nodes)
        {
            foreach (var link in _land.LinksOf(node))
            {
                if (link.IsBarred && link.Other < node && _region.IndexOf[link.Other] >= 0)
                {
                    Row(double.NegativeInfinity, 1, [(ColumnOf(node), 1), (ColumnOf(link.Other), 1)]);
                }
            }
        }
    }

    private void AddSavings(List<(int Column, double Value)> terms)
    {
        foreach (var street in _region.Streets)
        {
            terms.Add((ColumnOf(street), -((StreetWorth(street) / _land.Limits.Price) + _land.Perimeter(street)) * Metres));
        }

        foreach (var (column, one, other) in _pairs)
        {
            terms.Add((column, -2.0 * BorderOf(one, other) * Metres));
        }
    }

    private int BorderOf(int one, int other)
    {
        for (var entry = _land.NeighbourStart(one); entry < _land.NeighbourEnd(one); entry++)
        {
            if (_land.Neighbour(entry) == other)
            {
                return _land.Nodes.Borders[entry];
            }
        }

        return 0;
    }

    private void AddSizes()
    {
        var limits = _land.Limits;
        Row(
            Math.Max(limits.LeastTwiceArea, 1) * SquareMetresPerTwice,
            limits.MostTwiceArea < long.MaxValue / 8 ? limits.MostTwiceArea * SquareMetresPerTwice : double.PositiveInfinity,
            [.. _region.Nodes.Select(node => (ColumnOf(node), _land.TwiceArea(node) * SquareMetresPerTwice))]);
    }

    private void AddRows()
    {
        for (var row = 0; row < _land.Rows.Count; row++)
        {
            var terms = _region.Nodes.Select(node => (ColumnOf(node), _land.Rows.Slack(row, _land.CityNode(node)) * RuleRow.Unit)).ToList();
            if (!double.IsPositiveInfinity(_land.Rows.SoftPrice(row)))
            {
                var excess = _model.Add(-_land.Rows.SoftPrice(row), 0, double.PositiveInfinity, isInteger: false);
                _columns++;
                _excesses.Add((excess, row));
                terms.Add((excess, -1));
            }

            Row(double.NegativeInfinity, _land.Rows.Limit(row) * RuleRow.Unit, terms);
        }
    }

    /// <summary>A node that is too small to be an area has a neighbour in it: saves rounds of asking for contiguity.</summary>
    private void AddNeighbours()
    {
        foreach (var node in _region.Nodes.Where(node => _land.TwiceArea(node) < _land.Limits.LeastTwiceArea))
        {
            var terms = new List<(int Column, double Value)> { (ColumnOf(node), 1) };
            foreach (var link in _land.LinksOf(node))
            {
                if (link.Joins && _region.IndexOf[link.Other] >= 0)
                {
                    terms.Add((ColumnOf(link.Other), -1));
                }
            }

            Row(double.NegativeInfinity, 0, terms);
        }
    }

    private double[] ValuesOf(IReadOnlyCollection<int> chosen)
    {
        if (chosen.Count == 0)
        {
            return [];
        }

        var values = new double[_columns];
        foreach (var node in chosen)
        {
            values[ColumnOf(node)] = 1;
        }

        foreach (var street in _region.Streets)
        {
            values[ColumnOf(street)] = _region.SidesOf(street).All(side => values[ColumnOf(side)] == 1) ? 1 : 0;
        }

        foreach (var (column, one, other) in _pairs)
        {
            values[column] = Math.Min(values[ColumnOf(one)], values[ColumnOf(other)]);
        }

        foreach (var (column, row) in _excesses)
        {
            var taken = chosen.Sum(node => _land.Rows.Slack(row, _land.CityNode(node)));
            values[column] = Math.Max(0, taken - _land.Rows.Limit(row)) * RuleRow.Unit;
        }

        return values;
    }
}
