using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The part of a city that a conflict is looked for in: around what is locked in and could not be placed, else around the
/// unit whose land wants an area most. What is found there is found in the city; so every test takes a moment only.
/// </summary>
internal static class ConflictFocus
{
    private const int Most = 1_500;

    /// <summary>The parcels; null where the whole city is small enough.</summary>
    /// <param name="ground">The city.</param>
    /// <param name="problem">The problem as searched.</param>
    /// <param name="missed">Parcels that are locked in and in no area.</param>
    public static IReadOnlySet<int>? Of(ProposalGround ground, SearchProblem problem, IReadOnlyList<int> missed)
    {
        if (ground.City.Parcels.Count <= Most)
        {
            return null;
        }

        var focus = new HashSet<int>();
        var queue = new Queue<int>(missed.Count > 0 ? missed : [Start(problem)]);
        foreach (var locked in Enumerable.Range(0, ground.City.Parcels.Count).Where(parcel => ground.Locks[parcel] == ParcelLock.In && missed.Count > 0))
        {
            queue.Enqueue(locked);
        }

        while (focus.Count < Most && queue.TryDequeue(out var parcel))
        {
            if (parcel >= 0 && focus.Add(parcel))
            {
                var graph = ground.Graph;
                for (var i = graph.NeighbourStart[parcel]; i < graph.NeighbourStart[parcel + 1]; i++)
                {
                    queue.Enqueue(graph.Neighbours[i]);
                }
            }
        }

        return focus;
    }

    /// <summary>The parcel that is worth most in the unit whose parcels together are worth most.</summary>
    private static int Start(SearchProblem problem)
    {
        var nodes = problem.Nodes;
        var best = Enumerable.Range(0, nodes.ProblemCount)
            .OrderByDescending(unit => Range(nodes, unit).Sum(node => Math.Max(0, problem.Benefits[node]))).ThenBy(unit => unit)
            .SelectMany(unit => Range(nodes, unit).OrderByDescending(node => problem.Benefits[node]).ThenBy(node => node).Take(1))
            .DefaultIfEmpty(-1).First();
        return best < 0 ? -1 : nodes.Parcels[nodes.ParcelStart[best]];
    }

    private static IEnumerable<int> Range(LandNodes nodes, int unit) =>
        Enumerable.Range(nodes.ProblemStart[unit], nodes.StreetStart[unit] - nodes.ProblemStart[unit]);
}
