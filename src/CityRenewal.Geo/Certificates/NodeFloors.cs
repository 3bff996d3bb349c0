using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Certificates;

/// <summary>
/// What floor area can be worth on each node, measured from the buildings: which may go by choice, how much room there is for
/// that, and how much may be built. Whole millionths of a m², rounded so that no area gains more than is counted.
/// </summary>
internal sealed class NodeFloors
{
    private const double PerMillionth = 1e6;

    private readonly CertifiedFloors _asked;
    private readonly int[] _home;
    private readonly long[] _existing;
    private readonly long[] _capacity;
    private readonly List<(long Area, long Size, long Allows)>[] _going;
    private readonly long _goes;
    private readonly long _built;

    public NodeFloors(CertifiedProblem problem, CertifiedFloors asked)
    {
        _asked = asked;
        (_goes, _built) = (PartsOf(asked.DemolitionWorth), PartsOf(asked.NewFloorAreaWorth));
        var nodes = problem.StreetFace.Length;
        (_existing, _capacity, _going) = (new long[nodes], new long[nodes], new List<(long, long, long)>[nodes]);
        _home = HomesOf(problem);
        for (var building = 0; building < _home.Length; building++)
        {
            var node = _home[building] < 0 ? -1 : problem.NodeOfParcel[_home[building]];
            if (node >= 0)
            {
                Count(problem, building, node);
            }
        }

        for (var parcel = 0; parcel < problem.NodeOfParcel.Length && _built > 0; parcel++)
        {
            if (problem.NodeOfParcel[parcel] >= 0)
            {
                _capacity[problem.NodeOfParcel[parcel]] += CapacityOf(parcel);
            }
        }
    }

    /// <summary>The highest price of what may be built: what it is worth.</summary>
    public long HighestNew => _built;

    /// <summary>
    /// What a node gains at the two prices, parts. For any area Σ worth of what goes and is built ≤ Σ of this over its nodes, as
    /// what goes pays no more than the room that there is, and what is built no more than is allowed.
    /// </summary>
    public Int128 GainOf(int node, long roomPrice, long newPrice)
    {
        var room = (long)Math.Ceiling(_asked.DemolitionLimit * _existing[node]);
        var parts = ((Int128)roomPrice * room) + ((Int128)Math.Max(0, _built - newPrice) * _capacity[node]);
        foreach (var (area, size, allows) in _going[node] ?? [])
        {
            var alone = ((Int128)_goes * area) + ((Int128)newPrice * allows) - ((Int128)roomPrice * size);
            parts += alone > 0 ? alone : 0;
        }

        return parts;
    }

    private static long PartsOf(double worth) => (long)Math.Ceiling(worth * (1L << CertificateScale.Digits));

    private void Count(CertifiedProblem problem, int building, int node)
    {
        var floors = _asked.Facts.Buildings.FloorArea[building];
        if (problem.Need.Scores[_home[building]] >= _asked.PaddingNeed && floors.Low > 0)
        {
            _existing[node] += (long)Math.Ceiling(Math.Max(0, floors.Low - ExemptOf(building)) * PerMillionth);
        }

        if (MayGo(building))
        {
            var isKnown = !IsUnplanned(_home[building]);
            (_going[node] ??= []).Add((
                (long)Math.Ceiling(floors.Value * PerMillionth),
                (long)Math.Floor(floors.High * PerMillionth),
                isKnown ? (long)Math.Ceiling(_asked.NewPerDemolished * Math.Max(0, floors.Low) * PerMillionth) : 0));
        }
    }

    private bool IsKept(int building) =>
        _asked.Facts.Buildings.IsProtected(building) || _asked.Facts.Buildings.IsInCoreZone(building) == true;

    private bool IsIllegal(int building) =>
        _asked.City.Buildings.IllegalDecisions.Utf8(building).Length > 0 && _asked.City.Buildings.IllegalArea[building] > 0;

    private bool IsBeyondRepair(int building) =>
        _asked.City.Buildings.DangerGrades[building] is DangerGrade.C or DangerGrade.D
        && _asked.City.Buildings.DangerCertificates.Utf8(building).Length > 0
        && _asked.City.Buildings.RepairValues[building] == RepairValue.None;

    /// <summary>Whether a building is one to renovate, with a floor area that can be counted: nothing else goes by choice.</summary>
    private bool MayGo(int building)
    {
        if (!(_asked.Facts.Buildings.FloorArea[building].High > 0) || IsKept(building) || IsIllegal(building) || IsBeyondRepair(building))
        {
            return false;
        }

        var stands = _asked.City.Buildings;
        return stands.DangerGrades[building] is DangerGrade.B or DangerGrade.C or DangerGrade.D
            || (YearsSince(stands.YearBuilt[building]) is { } age && age >= _asked.RenovationAge
                && !(YearsSince(stands.RenewedYear[building]) < _asked.RenovationAge));
    }

    private int? YearsSince(int year) => _asked.Year is { } now && year != Unknown.Integer ? now - year : null;

    /// <summary>Floor area of a building that goes without a choice, m².</summary>
    private double ExemptOf(int building)
    {
        var floors = _asked.Facts.Buildings.FloorArea[building].Value;
        if (IsKept(building))
        {
            return 0;
        }

        if (IsIllegal(building))
        {
            var illegal = _asked.City.Buildings.IllegalArea[building];
            return illegal >= 0.999 * floors ? floors : illegal;
        }

        return IsBeyondRepair(building) ? floors : 0;
    }

    private double StayingOf(int building)
    {
        if (IsKept(building) || (!IsIllegal(building) && !IsBeyondRepair(building)))
        {
            return 1;
        }

        var floors = _asked.Facts.Buildings.FloorArea[building].Value;
        var illegal = _asked.City.Buildings.IllegalArea[building];
        return !IsIllegal(building) || illegal >= 0.999 * floors ? 0 : floors > 0 ? 1 - Math.Min(1, illegal / floors) : 1;
    }

    private int[] HomesOf(CertifiedProblem problem)
    {
        var homes = new int[_asked.Facts.Buildings.Footprint.Length];
        for (var building = 0; building < homes.Length; building++)
        {
            homes[building] = -1;
            double most = 0;
            foreach (var (parcel, area) in _asked.Facts.BuildingShares.ParcelsOf(building))
            {
                if (area > most + 1e-8 && problem.NetAreaOf(parcel) > 0)
                {
                    (homes[building], most) = (parcel, area);
                }
            }
        }

        return homes;
    }

    private bool IsUnplanned(int parcel) => double.IsNaN(PlannedOn(parcel)) || HasUnknownStaying(parcel);

    private bool HasUnknownStaying(int parcel)
    {
        foreach (var (building, _) in _asked.Facts.BuildingShares.BuildingsOf(parcel))
        {
            if (!MayGo(building) && StayingOf(building) > 0 && double.IsNaN(_asked.Facts.Buildings.FloorArea[building].Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>New floor area that the detailed plan leaves room for where all goes that may, from the upper ends of what stays.</summary>
    private long CapacityOf(int parcel)
    {
        var planned = PlannedOn(parcel);
        var buildings = _asked.Facts.BuildingShares.BuildingsOf(parcel);
        var (stays, goes) = (0.0, buildings.Length == 0);
        foreach (var (building, area) in buildings)
        {
            var floors = _asked.Facts.Buildings.FloorArea[building];
            var staying = MayGo(building) ? 0 : StayingOf(building);
            goes |= staying < 1;
            if (staying > 0)
            {
                stays += double.IsNaN(floors.Value) ? double.NaN : staying * area / _asked.Facts.Buildings.Footprint[building] * floors.High;
            }
        }

        var room = goes ? planned - stays : 0;
        return room > 0 ? (long)Math.Ceiling(room * PerMillionth) : 0;
    }

    private double PlannedOn(int parcel)
    {
        if (_asked.City.Parcels.FarLimits[parcel] is var own && !double.IsNaN(own))
        {
            return own * _asked.Facts.AreaM2[parcel];
        }

        var limits = _asked.City.Layer(LayerNames.DetailedPlots).Number("far_limit");
        var sum = double.NaN;
        if (!limits.IsEmpty && _asked.Facts.Divisions.TryGetValue(LayerNames.DetailedPlots, out var plots))
        {
            foreach (var (plot, area) in plots.PartsOf(parcel))
            {
                sum = double.IsNaN(limits[plot]) ? sum : (double.IsNaN(sum) ? 0 : sum) + (limits[plot] * area);
            }
        }

        return sum;
    }
}
