using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Looks at a finished area as somebody who did not make it: every requirement is tested against the city, the overlay and
/// the contiguity graph, never against what the search remembers.
/// </summary>
internal sealed class AreaChecks(ProposalGround ground, NeedScores need)
{
    private readonly BarrierCrossings _crossings = new(ground.Fabric, ground.Barriers);

    private readonly AreaLimitChecks _limits = new(ground);

    /// <summary>Everything that the area breaks; empty where nothing is wrong with it.</summary>
    public IReadOnlyList<AreaBreach> Check(RenewalArea area)
    {
        var members = area.Parcels.ToHashSet();
        AreaBreach?[] found =
        [
            Contiguity(area, members), Limits(area), Udb(area), Barrier(area, members), Unit(area), Lock(area),
            BuildingCut(area, members), Protected(area), ElectiveShare(area),
        ];
        return [.. found.OfType<AreaBreach>(), .. _limits.Check(area)];
    }

    private AreaBreach? Contiguity(RenewalArea area, HashSet<int> members)
    {
        var graph = ground.Graph;
        var contact = (ground.Options.MinimumContact * graph.Plane.UnitsPerMetre) - 2;
        var across = PairsAcrossOwnStreets(area);
        var reached = new HashSet<int> { area.Parcels[0] };
        var queue = new Queue<int>(reached);
        while (queue.TryDequeue(out var parcel))
        {
            for (var i = graph.NeighbourStart[parcel]; i < graph.NeighbourStart[parcel + 1]; i++)
            {
                int other = graph.Neighbours[i], pair = graph.NeighbourPairs[i];
                var meets = (graph.SharedLength[pair] > 0 && graph.SharedLength[pair] >= contact) || across.Contains(Ordered(parcel, other));
                if (members.Contains(other) && ground.Crossings.MayCross(pair) && meets && reached.Add(other))
                {
                    queue.Enqueue(other);
                }
            }
        }

        var shells = CountShells(area);
        return reached.Count == members.Count && shells == 1
            ? null
            : new AreaBreach(
                "contiguity",
                $"Only {reached.Count} of {members.Count} parcels can be reached from the first without leaving the area; its outline has {shells} parts.",
                $"从第一个地块出发不离开片区只能到达 {members.Count} 个地块中的 {reached.Count} 个;轮廓共 {shells} 部分。");
    }

    private HashSet<(int, int)> PairsAcrossOwnStreets(RenewalArea area)
    {
        var pairs = new HashSet<(int, int)>();
        var fabric = ground.Fabric;
        foreach (var face in area.StreetFaces)
        {
            var sides = fabric.SideParcels[fabric.SideStart[face]..fabric.SideStart[face + 1]];
            if (sides.Length == 2)
            {
                pairs.Add(Ordered(sides[0], sides[1]));
            }
        }

        return pairs;
    }

    private static (int, int) Ordered(int a, int b) => (Math.Min(a, b), Math.Max(a, b));

    private static int CountShells(RenewalArea area)
    {
        var shells = 0;
        for (var ring = 0; ring < area.Outline.RingStart.Length - 1; ring++)
        {
            shells += area.Outline.TwiceAreaOfRing(ring) > 0 ? 1 : 0;
        }

        return shells;
    }

    private AreaBreach? Limits(RenewalArea area)
    {
        var limits = ground.Options.Limits;
        double least = limits.MinimumAreaPrice is null ? ground.Options.MinimumArea : 0;
        double most = limits.MaximumAreaPrice is null ? ground.Options.MaximumArea : double.PositiveInfinity;
        var net = area.Parcels.Sum(parcel => ground.NetAreas[parcel]);
        var rounding = 1e-9 * ground.Options.MaximumArea;
        return net >= least - rounding && net <= most + rounding
            ? null
            : new AreaBreach(
                "area_limits",
                $"The net area of {net:0.##} m² is not between {least:0.##} and {most:0.##} m².",
                $"净面积 {net:0.##} m² 不在 {least:0.##} 至 {most:0.##} m² 之间。");
    }

    private AreaBreach? Udb(RenewalArea area)
    {
        if (ground.Facts.OutsideUdb is not { } udb)
        {
            return null;
        }

        var outside = area.Parcels.Count(parcel => !udb.IsInside(parcel, ground.Options.UdbToleranceInForce));
        return outside == 0
            ? null
            : new AreaBreach(
                "udb",
                $"{outside} of its parcels lie outside the urban development boundary by more than {ground.Options.UdbToleranceInForce} m.",
                $"有 {outside} 个地块超出城镇开发边界 {ground.Options.UdbToleranceInForce} m 以上。");
    }

    private AreaBreach? Barrier(RenewalArea area, HashSet<int> members)
    {
        var graph = ground.Graph;
        var between = 0;
        foreach (var parcel in area.Parcels)
        {
            for (var i = graph.NeighbourStart[parcel]; i < graph.NeighbourStart[parcel + 1]; i++)
            {
                var pair = graph.NeighbourPairs[i];
                between += !ground.Crossings.MayCross(pair) && graph.SharedLength[pair] > 0 && graph.A[pair] == parcel && members.Contains(graph.B[pair]) ? 1 : 0;
            }
        }

        var crossed = area.StreetFaces.Count(face => _crossings.Cross(face, tolerance: 0, length: 0));
        return between + crossed == 0
            ? null
            : new AreaBreach(
                "barrier",
                $"A barrier lies between {between} pairs of its parcels and runs through {crossed} of its streets.",
                $"有 {between} 对地块之间存在阻隔,{crossed} 处内部街道被阻隔穿过。");
    }

    private AreaBreach? Unit(RenewalArea area)
    {
        var units = ground.Options.Limits.UncrossedDivisions.Contains(LayerNames.PlanningUnits) ? ground.Facts.Unit : [];
        var strangers = 0;
        foreach (var parcel in area.Parcels)
        {
            strangers += units.Length > 0 && units[parcel] != area.Unit ? 1 : 0;
        }

        return strangers == 0
            ? null
            : new AreaBreach(
                "unit", $"{strangers} of its parcels belong to another planning unit.", $"有 {strangers} 个地块属于其他规划单元。");
    }

    private AreaBreach? Lock(RenewalArea area)
    {
        var locked = area.Parcels.Count(parcel => ground.Locks[parcel] == ParcelLock.Out);
        return locked == 0
            ? null
            : new AreaBreach("lock", $"{locked} of its parcels are locked out.", $"有 {locked} 个地块被锁定为不纳入。");
    }

    private AreaBreach? BuildingCut(RenewalArea area, HashSet<int> members)
    {
        var shares = ground.Facts.BuildingShares;
        var cut = new HashSet<int>();
        foreach (var parcel in area.Parcels)
        {
            foreach (var (building, part) in shares.BuildingsOf(parcel))
            {
                var least = SharedBuildings.LeastShare * ground.Facts.Buildings.Footprint[building];
                foreach (var (other, otherPart) in shares.ParcelsOf(building))
                {
                    if (part > least && otherPart > least && ground.NetAreas[other] > 0 && !members.Contains(other))
                    {
                        cut.Add(building);
                    }
                }
            }
        }

        return cut.Count == 0
            ? null
            : new AreaBreach("building_cut", $"Its boundary cuts {cut.Count} buildings.", $"边界切割了 {cut.Count} 栋建筑。");
    }

    private AreaBreach? Protected(RenewalArea area)
    {
        var facts = ground.Facts.Buildings;
        var harmed = area.Dispositions.Count(proposed =>
            (proposed.Disposition == Disposition.Demolish || proposed.Demolition != DemolitionKind.None)
            && (facts.IsProtected(proposed.Building) || facts.IsInCoreZone(proposed.Building) == true));
        return harmed == 0
            ? null
            : new AreaBreach(
                "protected",
                $"{harmed} protected buildings or buildings in a core zone would be demolished.",
                $"拟拆除 {harmed} 栋受保护或位于核心保护范围内的建筑。");
    }

    private AreaBreach? ElectiveShare(RenewalArea area)
    {
        double goes = 0, stands = 0;
        foreach (var proposed in area.Dispositions)
        {
            var floorArea = ground.Facts.Buildings.FloorArea[proposed.Building];
            var home = ground.HomeParcels[proposed.Building];
            goes += proposed.Demolition == DemolitionKind.ElectiveCandidate ? floorArea.High : 0;
            stands += floorArea.Low > 0 && home >= 0 && need.Scores[home] >= ground.Options.PaddingNeed ? floorArea.Low : 0;
        }

        var isWanted = ground.Options.ElectivePurpose.Trim().Length > 0;
        return goes <= (isWanted ? ground.Options.ElectiveDemolitionLimit * stands : 0) + 1e-6
            ? null
            : new AreaBreach(
                "elective_share",
                $"Elective demolition of up to {goes:0.#} m² exceeds its limit of {ground.Options.ElectiveDemolitionLimit:0.##} of {stands:0.#} m².",
                $"拟拆候选建筑面积上限 {goes:0.#} m² 超过 {stands:0.#} m² 的 {ground.Options.ElectiveDemolitionLimit:0.##}。");
    }
}
