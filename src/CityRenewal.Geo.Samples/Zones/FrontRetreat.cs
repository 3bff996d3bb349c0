using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>
/// Fronts of blocks lie apart from the middle of streets, so an outline along them may meet or cross itself where blocks are
/// narrow. There its lines retreat to the middle of the streets, which never cross.
/// </summary>
internal sealed class FrontRetreat(RegionNet net, List<List<int>> rings, List<List<(Spot From, Spot To)>> lines)
{
    /// <summary>Moves lines until nothing more has to move.</summary>
    public void Run()
    {
        while (RetreatFromMeetings() | RetreatFromCrossings())
        {
        }
    }

    // A corner where lines start or end that do not follow each other.
    private bool RetreatFromMeetings()
    {
        var met = new Dictionary<Spot, (int Ring, int Line)>();
        var meeting = new SortedSet<(int Ring, int Line)>();
        for (var r = 0; r < rings.Count; r++)
        {
            for (var k = 0; k < rings[r].Count; k++)
            {
                foreach (var spot in new[] { lines[r][k].From, lines[r][k].To })
                {
                    if (met.TryGetValue(spot, out var before) && !IsNext(before, (r, k)))
                    {
                        meeting.Add(before);
                        meeting.Add((r, k));
                    }

                    met[spot] = (r, k);
                }
            }
        }

        return Retreat(meeting);
    }

    private bool RetreatFromCrossings() => Retreat(
        Enumerable.Range(0, rings.Count).SelectMany(r => FrontCrossings.Of(lines[r]).Select(k => (r, k))).ToList());

    private bool IsNext((int Ring, int Line) before, (int Ring, int Line) line) =>
        before.Ring == line.Ring
        && (line.Line - before.Line <= 1 || (line.Line == rings[line.Ring].Count - 1 && before.Line == 0));

    private bool Retreat(IReadOnlyCollection<(int Ring, int Line)> moving)
    {
        var hasMoved = false;
        foreach (var (r, k) in moving)
        {
            var middle = (net.Node(net.Origin(rings[r][k])), net.Node(net.Origin(net.Next(rings[r][k]))));
            hasMoved |= lines[r][k] != middle;
            lines[r][k] = middle;
        }

        return hasMoved;
    }
}
