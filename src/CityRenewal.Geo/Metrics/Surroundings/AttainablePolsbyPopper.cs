namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Attainable Polsby-Popper (地块肌理可达等周商): the best 4πA / P² that was found for one contiguous group of the same fabric, around the same
/// middle and with the same net area within a tenth, that crosses no barrier. Parcels and streets are not cut, so 1 is out of
/// reach: an area is as compact as its land allows when its own quotient is near this one. Found by climbing from the
/// area itself and from the parcels nearest its middle, so the true best may be higher: the interval is open above.
/// </summary>
public static class AttainablePolsbyPopper
{
    // Rounding of lengths to eighths of a grid unit moves a quotient by less than this.
    private const double Rounding = 1e-6;

    private static readonly WhyNot NoParcels = new(
        "no_parcels", "No parcel of the city lies in the outline, so there is no fabric to compare with.",
        "范围内没有地块，无法与地块肌理比较。");

    /// <summary>The best quotient found; unknown where the surroundings were not computed.</summary>
    public static Measured Of(AreaStock stock, Surroundings? around)
    {
        if (around is null)
        {
            return Measured.Unknown(Surroundings.NotComputed);
        }

        using var group = new FabricGroup(around, stock.Land.Parcels);
        var net = group.Sums.TwiceNet;
        if (net <= 0)
        {
            return Measured.NotApplicable(NoParcels);
        }

        var fromItself = new GroupSearch(around, group, net).Climb();
        using var middle = new FabricGroup(around, NearestTo(stock, around, net));
        var fromTheMiddle = new GroupSearch(around, middle, net).Climb();
        return Found(Math.Max(fromItself, fromTheMiddle), stock);
    }

    private static Measured Found(double best, AreaStock stock)
    {
        var own = PolsbyPopper.Of(stock.Outline).OrNaN;
        var found = Math.Abs(best - own) < Rounding ? own : best;
        return found > 0 ? Measured.AtLeast(found, found) : Measured.NotApplicable(NoParcels);
    }

    // From the parcel in the middle outwards, the nearest first, over open borders only, until the area is reached.
    private static List<int> NearestTo(AreaStock stock, Surroundings around, long twiceNet)
    {
        var graph = around.Graph;
        var (middleX, middleY) = MiddleOf(stock, around);
        double DistanceTo(int parcel)
        {
            var (x, y) = around.CentreOf(parcel);
            return ((x - middleX) * (x - middleX)) + ((y - middleY) * (y - middleY));
        }

        var start = stock.Land.Parcels.MinBy(parcel => (DistanceTo(parcel), parcel));
        var seen = new HashSet<int> { start };
        var open = new PriorityQueue<int, (double, int)>([(start, (0.0, start))]);
        var taken = new List<int>();
        for (long net = 0; net < twiceNet && open.TryDequeue(out var parcel, out _);)
        {
            taken.Add(parcel);
            net += NetOf(around, parcel);
            for (var i = graph.NeighbourStart[parcel]; i < graph.NeighbourStart[parcel + 1]; i++)
            {
                var next = graph.Neighbours[i];
                if (graph.IsOpen(graph.NeighbourPairs[i]) && seen.Add(next))
                {
                    open.Enqueue(next, (DistanceTo(next), next));
                }
            }
        }

        return taken;
    }

    private static (double X, double Y) MiddleOf(AreaStock stock, Surroundings around)
    {
        double x = 0, y = 0, weight = 0;
        foreach (var parcel in stock.Land.Parcels)
        {
            var (centreX, centreY) = around.CentreOf(parcel);
            var area = stock.Facts.AreaM2[parcel];
            (x, y, weight) = (x + (centreX * area), y + (centreY * area), weight + area);
        }

        return weight > 0 ? (x / weight, y / weight) : around.CentreOf(stock.Land.Parcels[0]);
    }

    private static long NetOf(Surroundings around, int parcel)
    {
        long net = 0;
        foreach (var face in around.Fabric.ParcelFaces[around.Fabric.ParcelFaceStart[parcel]..around.Fabric.ParcelFaceStart[parcel + 1]])
        {
            net += around.Fabric.FaceParcel[face] == parcel ? around.Fabric.TwiceArea[face] : 0;
        }

        return net;
    }
}
