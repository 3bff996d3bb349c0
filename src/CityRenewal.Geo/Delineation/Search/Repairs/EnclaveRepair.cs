using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Takes enclosed land that is larger than an area may enclose into the area, where all that is free of it may join and the
/// area stays within its limits. What cannot be taken in is left to the check of finished areas.
/// </summary>
internal sealed class EnclaveRepair(SearchProblem problem, LandFabric fabric)
{
    private readonly EnclosedFaces _enclosed = new(fabric);

    /// <summary>The outcome with enclaves filled.</summary>
    public SearchOutcome Of(SearchOutcome outcome)
    {
        if (problem.Limits.MostTwiceEnclave == long.MaxValue || double.IsFinite(problem.Limits.EnclavePrice))
        {
            return outcome;
        }

        var taken = outcome.Areas.SelectMany(area => area).ToHashSet();
        return outcome with { Areas = [.. outcome.Areas.Select(area => Filled(area, taken))] };
    }

    private int[] Filled(int[] area, HashSet<int> taken)
    {
        var nodes = problem.Nodes;
        var members = area.ToHashSet();
        var filled = false;
        foreach (var region in _enclosed.Of(FacesOf(area)))
        {
            int[] free =
            [
                .. region.Faces.Select(face => fabric.FaceParcel[face]).Where(parcel => parcel >= 0)
                    .Select(parcel => nodes.NodeOfParcel[parcel]).Where(node => node >= 0 && !taken.Contains(node)).Distinct().Order(),
            ];
            if (region.TwiceArea > problem.Limits.MostTwiceEnclave && free.Length > 0 && MayHold(members, free))
            {
                members.UnionWith(free);
                taken.UnionWith(free);
                filled = true;
            }
        }

        return filled ? WithStreets(members) : area;
    }

    private HashSet<int> FacesOf(int[] area)
    {
        var faces = new HashSet<int>();
        foreach (var node in area)
        {
            if (problem.Nodes.IsStreet(node))
            {
                faces.Add(problem.Nodes.StreetFace[node]);
                continue;
            }

            foreach (var parcel in problem.Nodes.Parcels.AsSpan(problem.Nodes.ParcelStart[node]..problem.Nodes.ParcelStart[node + 1]))
            {
                faces.UnionWith(fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]].ToArray());
            }
        }

        return faces;
    }

    private bool MayHold(HashSet<int> members, int[] free)
    {
        var (nodes, rows) = (problem.Nodes, problem.Rows);
        var parcels = members.Concat(free).Where(node => !nodes.IsStreet(node)).ToList();
        var isApart = free.Any(node => Enumerable.Range(nodes.Start[node], nodes.Start[node + 1] - nodes.Start[node])
            .Any(entry => nodes.Contacts[entry] == Contact.Barred && parcels.Contains(nodes.Neighbours[entry])));
        return !isApart
            && parcels.Sum(node => nodes.TwiceArea[node]) <= problem.Limits.MostTwiceArea
            && Enumerable.Range(0, rows.Count).All(row => double.IsFinite(rows.SoftPrice(row)) || parcels.Sum(node => rows.Slack(row, node)) <= rows.Limit(row));
    }

    /// <summary>The nodes with every street of their unit whose sides are all among them, ascending.</summary>
    private int[] WithStreets(HashSet<int> members)
    {
        var nodes = problem.Nodes;
        var streets = members.SelectMany(NeighboursOf).Where(nodes.IsStreet).Distinct()
            .Where(street => NeighboursOf(street).Where(side => !nodes.IsStreet(side)).All(members.Contains)).ToList();
        return [.. members.Where(node => !nodes.IsStreet(node)).Concat(streets).Order()];
    }

    private IEnumerable<int> NeighboursOf(int node) =>
        problem.Nodes.Neighbours[problem.Nodes.Start[node]..problem.Nodes.Start[node + 1]];
}
