namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Points of land within the snapping tolerance become one. Points that several parcels share come first as
/// representatives, ties by place in the grid; every other point joins the nearest representative. The order of the
/// input plays no part.
/// </summary>
internal sealed class PointClusters
{
    private const byte Undecided = 0;
    private const byte Representative = 1;
    private const byte Joined = 2;
    private const byte Any = 3;

    private readonly PointSpots _spots;
    private readonly int _tolerance;
    private readonly byte[] _states;
    private readonly int[] _representatives;

    private PointClusters(PointSpots spots, int tolerance)
    {
        _spots = spots;
        _tolerance = tolerance;
        _states = new byte[spots.Count];
        _representatives = new int[tolerance > 0 ? spots.Count : 0];
    }

    public static PointClusters Of(PointSpots spots, int tolerance, ParallelOptions parallel)
    {
        var clusters = new PointClusters(spots, tolerance);
        var crowded = new List<int>[spots.Grid.BlockCount];
        Parallel.For(0, crowded.Length, parallel, block => crowded[block] = clusters.FindCrowded(block));
        clusters.Decide(crowded);
        Parallel.For(0, crowded.Length, parallel, block => clusters.Join(crowded[block]));
        return clusters;
    }

    /// <summary>Whether the land's vertex at a spot was moved to another point.</summary>
    public bool IsJoined(int spot) => _states[spot] == Joined;

    /// <summary>The spot that stands for a spot of land.</summary>
    public int RepresentativeOf(int spot) => _states[spot] == Joined ? _representatives[spot] : spot;

    private List<int> FindCrowded(int block)
    {
        var crowded = new List<int>();
        var (start, end) = _spots.BlockRange(block);
        for (var spot = start; spot < end; spot++)
        {
            if (_tolerance > 0 && IsLand(spot) && NearestNear(spot, Any) >= 0)
            {
                crowded.Add(spot);
            }
            else
            {
                _states[spot] = Representative;
            }
        }

        return crowded;
    }

    // The more parcels share a point, the earlier its turn: levels from many to one, each in the order of the grid.
    private void Decide(List<int>[] crowded)
    {
        ReadOnlySpan<int> levels = [4, 3, 2, 1];
        foreach (var level in levels)
        {
            foreach (var block in crowded)
            {
                foreach (var spot in block)
                {
                    var uses = _spots.Uses[spot] & ~PointSpots.FrameUse;
                    if (Math.Min(uses, levels[0]) == level)
                    {
                        _states[spot] = NearestNear(spot, Representative) < 0 ? Representative : Joined;
                    }
                }
            }
        }
    }

    private void Join(List<int> crowded)
    {
        foreach (var spot in crowded)
        {
            if (_states[spot] == Joined)
            {
                _representatives[spot] = NearestNear(spot, Representative);
            }
        }
    }

    private bool IsLand(int spot) => (_spots.Uses[spot] & ~PointSpots.FrameUse) != 0;

    /// <summary>The nearest other spot of land in that state within the tolerance; -1 where there is none. Ties: the first in the grid.</summary>
    private int NearestNear(int spot, byte state)
    {
        var (x, y) = _spots.PointOf(spot);
        var shift = _spots.Grid.Shift;
        var best = -1;
        var bestSquare = ((long)_tolerance * _tolerance) + 1;
        for (var row = (y - _tolerance) >> shift; row <= (y + _tolerance) >> shift; row++)
        {
            for (var column = (x - _tolerance) >> shift; column <= (x + _tolerance) >> shift; column++)
            {
                var cell = _spots.Grid.CellAt(column, row);
                if (cell < 0)
                {
                    continue;
                }

                var (start, end) = _spots.Range(cell);
                for (var other = start; other < end; other++)
                {
                    if (other == spot || !IsLand(other) || (state != Any && _states[other] != state))
                    {
                        continue;
                    }

                    var (ox, oy) = _spots.PointOf(other);
                    long dx = (long)ox - x, dy = (long)oy - y;
                    var square = (dx * dx) + (dy * dy);
                    if (square < bestSquare || (square == bestSquare && other < best))
                    {
                        bestSquare = square;
                        best = other;
                    }
                }
            }
        }

        return best;
    }
}
