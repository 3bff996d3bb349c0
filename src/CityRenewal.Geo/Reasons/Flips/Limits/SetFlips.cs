using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>Parcels that an area takes whole or not at all: land of them that is left out where it holds a part.</summary>
internal sealed class SetFlips : IFlipLimit
{
    private readonly IReadOnlyList<ParcelSet> _sets;
    private readonly double[] _netAreas;
    private readonly int[] _areaOfParcel;
    private readonly Dictionary<int, List<int>> _setsOf = [];

    public SetFlips(IReadOnlyList<ParcelSet> sets, double[] netAreas, int[] areaOfParcel)
    {
        (_sets, _netAreas, _areaOfParcel) = (sets, netAreas, areaOfParcel);
        for (var set = 0; set < sets.Count; set++)
        {
            foreach (var parcel in sets[set].Parcels)
            {
                (_setsOf.TryGetValue(parcel, out var known) ? known : _setsOf[parcel] = []).Add(set);
            }
        }
    }

    public void AddTo(List<FlipEffect> effects, in FlipAsked asked)
    {
        var touched = new SortedSet<int>();
        foreach (var parcel in asked.Parcels)
        {
            touched.UnionWith(_setsOf.GetValueOrDefault(parcel) ?? []);
        }

        foreach (var set in touched)
        {
            var effect = Effect(_sets[set], asked.Area, asked.Parcels.ToArray(), asked.IsIn);
            if (effect.Before != effect.After)
            {
                effects.Add(effect);
            }
        }
    }

    public IEnumerable<FlipEffect> StateOf(UnitFlips unit, int area) =>
        _sets.Select(set => Effect(set, area, [], isIn: true)).Where(effect => effect.Before > 0);

    private FlipEffect Effect(ParcelSet set, int area, int[] moved, bool isIn)
    {
        bool IsNow(int parcel) => area != UnitFlips.None && _areaOfParcel[parcel] == area;
        var before = LeftOut(set, IsNow);
        var after = LeftOut(set, parcel => moved.Contains(parcel) ? isIn : IsNow(parcel));
        var isSoft = double.IsFinite(set.Price);
        return new FlipEffect(FlipBreaks.Set, set.Limit, before, after, 0)
        {
            IsSoft = isSoft, IsBroken = !isSoft && after > before, Price = isSoft ? set.Price * (after - before) : 0,
        };
    }

    /// <summary>Net land, or parcels, of a set that are not in an area that holds a part of it; 0 where it holds all or nothing.</summary>
    private double LeftOut(ParcelSet set, Func<int, bool> isIn)
    {
        var left = set.Parcels.Where(parcel => !isIn(parcel)).ToList();
        return left.Count == set.Parcels.Length ? 0 : left.Sum(parcel => set.SizeOf(parcel, _netAreas));
    }
}
