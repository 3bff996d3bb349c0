using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What is known of the bound of a unit as a function of the prices of its limits of reach: what every place of the unit is worth,
/// told by the sets that cuts chose there. Limits can be added and dropped while the sets are kept.
/// </summary>
internal sealed class ReachBundle(UnitLand land)
{
    // No price of land is ever above what the best land of a city is worth, by far.
    private const double Dearest = 100;
    private const int MostSweeps = 40;

    // What an exchange of shares has to promise, m².
    private const double Near = 0.05;

    private readonly List<Reach> _reaches = [];
    private readonly HashSet<Reach> _isAsked = new(SameReach.Instance);
    private readonly ChosenParts _parts = new(land);
    private readonly List<ChosenPart> _known = [];
    private readonly Dictionary<int, List<int>> _byFirst = [];
    private readonly List<int[]> _sets = [];
    private readonly bool[] _isIn = new bool[land.ParcelCount];
    private readonly int[] _locked = [.. Enumerable.Range(0, land.ParcelCount).Where(land.IsLockedIn)];
    private readonly ReachPlace?[] _placeOf = new ReachPlace?[land.Count];
    private List<ReachPlace> _places = [];
    private double _constant;

    /// <summary>Number of limits, which is that of the axes.</summary>
    public int Count => _reaches.Count;

    /// <summary>Takes in a limit that costs nothing so far; one that is known changes nothing.</summary>
    public void Add(Reach reach)
    {
        if (_isAsked.Add(reach))
        {
            _reaches.Add(reach);
            foreach (var (place, axes) in Touched(_reaches.Count - 1))
            {
                place.Know(axes, Fill);
            }
        }
    }

    /// <summary>Takes in the set that a cut chose.</summary>
    /// <param name="cut">The cut, solved.</param>
    /// <returns>The parts of the set.</returns>
    public IReadOnlyList<ChosenPart> Add(UnitCut cut)
    {
        var found = _parts.Of(cut);
        _sets.Add([.. found.Select(NumberOf).Order()]);
        _constant = ((double)cut.Priced * SearchLimits.BenefitUnit) - found.Sum(part => part.Worth + PricedIn(part, cut));
        Gather();
        return found;
    }

    private static double PricedIn(ChosenPart part, UnitCut cut)
    {
        Int128 priced = 0;
        foreach (var node in part.Parcels)
        {
            priced += cut.Prices.Reach.PartsOf(node);
        }

        return (double)(priced >> PriceScale.Bits) * SearchLimits.BenefitUnit;
    }

    private int NumberOf(ChosenPart part)
    {
        if (!_byFirst.TryGetValue(part.First, out var numbers))
        {
            _byFirst.Add(part.First, numbers = []);
        }

        var at = numbers.FindIndex(number => _known[number].Parcels.AsSpan().SequenceEqual(part.Parcels));
        if (at >= 0)
        {
            return numbers[at];
        }

        numbers.Add(_known.Count);
        _known.Add(part);
        return _known.Count - 1;
    }

    /// <summary>Puts the last set where it belongs; places that it joins become one, which knows what each set chose there.</summary>
    private void Gather()
    {
        var before = _places.ToLookup(place => _parts.PlaceOf(place.Number));
        var numbers = before.Select(group => group.Key).Concat(_sets[^1].Select(PlaceOfPart)).Distinct().Order();
        _places = [.. numbers.Select(number => Gathered(number, [.. before[number]]))];
        Array.Clear(_placeOf);
        _places.ForEach(place => _placeOf[place.Number] = place);
        Tell();
    }

    private int PlaceOfPart(int part) => _parts.PlaceOf(_known[part].First);

    private ReachPlace Gathered(int number, ReachPlace[] before)
    {
        var isKept = before.Length == 1 && before[0].Number == number;
        var place = isKept ? before[0] : new ReachPlace(number);
        for (var set = _sets.Count - 1; set >= (isKept ? _sets.Count - 1 : 0); set--)
        {
            var parts = Array.FindAll(_sets[set], part => PlaceOfPart(part) == number);
            place.Add(parts, parts.Sum(part => _known[part].Worth));
        }

        if (!HasLocked(number))
        {
            place.Add([], 0);
        }

        return place;
    }

    private bool HasLocked(int place) => Array.Exists(_locked, node => _parts.PlaceOf(node) == place);

    /// <summary>Tells every place which limits touch it.</summary>
    private void Tell()
    {
        var touched = Touched(0);
        _places.ForEach(place => place.Know(touched.GetValueOrDefault(place) ?? [], Fill));
    }

    /// <summary>The places that limits touch, from one on.</summary>
    private Dictionary<ReachPlace, List<int>> Touched(int from)
    {
        var touched = new Dictionary<ReachPlace, List<int>>();
        for (var axis = from; axis < Count; axis++)
        {
            ReachPlace? last = null;
            foreach (var node in _reaches[axis].Nodes)
            {
                if (_parts.PlaceOf(node) is >= 0 and var number && _placeOf[number] is { } place && place != last)
                {
                    last = place;
                    ref var axes = ref CollectionsMarshal.GetValueRefOrAddDefault(touched, place, out _);
                    axes ??= [];
                    if (axes.Count == 0 || axes[^1] != axis)
                    {
                        axes.Add(axis);
                    }
                }
            }
        }

        return touched;
    }

    private void Fill(ReachTangent tangent, List<int> axes)
    {
        Mark(tangent.Parts, true);
        axes.ForEach(axis => tangent.Slopes.Add(-_reaches[axis].Lack(_isIn)));
        Mark(tangent.Parts, false);
    }

    private void Mark(int[] parts, bool isIn)
    {
        foreach (var part in parts)
        {
            foreach (var node in _known[part].Parcels)
            {
                _isIn[node] = isIn;
            }
        }
    }

    /// <summary>Drops limits; the sets stay.</summary>
    /// <returns>Whether each limit was kept.</returns>
    public bool[] Drop(Func<int, bool> isDropped)
    {
        bool[] kept = [.. Enumerable.Range(0, Count).Select(axis => !isDropped(axis))];
        var left = _reaches.Where((_, axis) => kept[axis]).ToList();
        _reaches.Clear();
        _reaches.AddRange(left);
        _isAsked.Clear();
        _isAsked.UnionWith(left);
        _places.ForEach(place => place.Forget());
        Tell();
        return kept;
    }

    /// <summary>The prices that look best near a centre, and what they promise the bound to be, m².</summary>
    /// <param name="centre">Where the charge on steps is 0.</param>
    /// <param name="reach">How far to go: half the inverse of the charge.</param>
    public (double[] Prices, double Value) Step(double[] centre, double reach)
    {
        var far = (double[])centre.Clone();
        _places.ForEach(place => place.AddSlopes(far, -reach));
        double[] prices = Array.ConvertAll(far, each => Math.Clamp(each, 0, Dearest));
        var step = new ShareStep(reach, Near, Dearest);
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            double promise = 0;
            foreach (var place in _places)
            {
                promise = Math.Max(promise, place.Exchange(far, prices, step));
            }

            if (promise <= Near)
            {
                break;
            }
        }

        return (prices, _constant + _places.Sum(place => place.At(prices)));
    }

    /// <summary>How far each node is in the sets that the last step was led by.</summary>
    public double[] Mean()
    {
        var mean = new double[land.ParcelCount];
        foreach (var tangent in _places.SelectMany(place => place.Tangents).Where(tangent => tangent.Share > 0))
        {
            foreach (var node in tangent.Parts.SelectMany(part => _known[part].Parcels))
            {
                mean[node] += tangent.Share;
            }
        }

        return mean;
    }

    /// <summary>How much what leads breaks all limits together: the square of the slope.</summary>
    public double SquareOfSlope()
    {
        var slopes = new double[Count];
        _places.ForEach(place => place.AddSlopes(slopes, 1));
        return slopes.Sum(slope => Math.Min(0, slope) * slope);
    }

    /// <summary>The limits at prices.</summary>
    public ReachSet At(double[] prices)
    {
        var (reaches, whole) = (new List<Reach>(), new List<long>());
        for (var axis = 0; axis < prices.Length; axis++)
        {
            var price = _reaches[axis].PartsOf(prices[axis]);
            if (price > 0)
            {
                reaches.Add(_reaches[axis]);
                whole.Add(price);
            }
        }

        return new ReachSet(reaches, whole, land.ParcelCount);
    }
}
