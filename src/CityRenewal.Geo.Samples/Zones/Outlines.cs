using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>Unites regions of one label to zones: one per connected part, in the order of their first regions.</summary>
internal sealed class Outlines
{
    private const double SmallestPiece = 1;
    private readonly RegionNet _net;
    private readonly Bend _bend;
    private readonly Pen _pen;
    private readonly int[] _labels;
    private readonly int[] _parts;

    private Outlines(RegionNet net, Bend bend, int[] labels, Pen pen)
    {
        (_net, _bend, _labels, _pen) = (net, bend, labels, pen);
        _parts = Parts();
    }

    /// <summary>The zones of all regions whose label is not negative.</summary>
    public static IReadOnlyList<Outline> Of(RegionNet net, Bend bend, int[] labels, Pen pen) =>
        new Outlines(net, bend, labels, pen).Trace();

    private static int Root(int[] parts, int region)
    {
        while (parts[region] != region)
        {
            region = parts[region] = parts[parts[region]];
        }

        return region;
    }

    // Per region the first region of its connected part.
    private int[] Parts()
    {
        var parts = Enumerable.Range(0, _labels.Length).ToArray();
        for (var edge = 0; edge < _net.Count; edge++)
        {
            if (!IsBorder(edge))
            {
                var (a, b) = (Root(parts, _net.RegionOf[edge]), Root(parts, _net.RegionOf[_net.Twin[edge]]));
                parts[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        return [.. parts.Select(part => Root(parts, part))];
    }

    private bool IsBorder(int edge) =>
        _net.Twin[edge] < 0 || _labels[_net.RegionOf[_net.Twin[edge]]] != _labels[_net.RegionOf[edge]];

    private List<Outline> Trace()
    {
        var seen = new bool[_net.Count];
        var rings = new SortedDictionary<int, List<List<int>>>();
        for (var edge = 0; edge < _net.Count; edge++)
        {
            if (!seen[edge] && _labels[_net.RegionOf[edge]] >= 0 && IsBorder(edge))
            {
                var part = _parts[_net.RegionOf[edge]];
                var known = rings.TryGetValue(part, out var others) ? others : rings[part] = [];
                known.AddRange(RingSplit.AtRepeats(Loop(edge, seen), _net.Origin));
            }
        }

        return [.. rings.SelectMany(pair => Zones(pair.Key, Draw(pair.Value)))];
    }

    private List<int> Loop(int start, bool[] seen)
    {
        var loop = new List<int>();
        for (var edge = start; !seen[edge]; edge = Following(edge))
        {
            seen[edge] = true;
            loop.Add(edge);
        }

        return loop;
    }

    // The next border edge, turning around the node through the inside of the zone.
    private int Following(int edge)
    {
        var next = _net.Next(edge);
        while (!IsBorder(next))
        {
            next = _net.Next(_net.Twin[next]);
        }

        return next;
    }

    private List<List<Spot>> Draw(List<List<int>> rings)
    {
        var lines = rings.ConvertAll(ring => ring.ConvertAll(Ends));
        if (_pen.AlongFronts)
        {
            new FrontRetreat(_net, rings, lines).Run();
        }

        return [.. rings.SelectMany((ring, r) => Draw(ring, lines[r]))];
    }

    private IEnumerable<List<Spot>> Draw(List<int> ring, List<(Spot From, Spot To)> lines)
    {
        var drawn = new List<Spot>();
        for (var k = 0; k < ring.Count; k++)
        {
            var (edge, (from, to)) = (ring[k], lines[k]);
            AddIfNew(drawn, from);
            // From the lower node to the upper one, so that both neighbours find the same places.
            var forward = _net.Origin(edge) < _net.Origin(_net.Next(edge));
            var pieces = Math.Max(1, (int)Math.Ceiling((to - from).Length / _pen.Spacing));
            for (var piece = 1; piece < pieces; piece++)
            {
                var share = (double)(forward ? piece : pieces - piece) / pieces;
                AddIfNew(drawn, forward ? from.Toward(to, share) : to.Toward(from, share));
            }

            AddIfNew(drawn, to);
        }

        var open = drawn[0] == drawn[^1] ? drawn.GetRange(0, drawn.Count - 1) : drawn;
        return RingSplit.AtRepeats(open.ConvertAll(spot => _pen.Draw(_bend.ToMap(spot))), spot => spot)
            .Where(piece => Math.Abs(TwiceArea(piece)) > 2 * SmallestPiece);
    }

    private static void AddIfNew(List<Spot> drawn, Spot spot)
    {
        if (drawn.Count == 0 || drawn[^1] != spot)
        {
            drawn.Add(spot);
        }
    }

    private (Spot From, Spot To) Ends(int edge)
    {
        var (from, to) = (_net.Node(_net.Origin(edge)), _net.Node(_net.Origin(_net.Next(edge))));
        var isOuter = _net.Twin[edge] < 0 || _labels[_net.RegionOf[_net.Twin[edge]]] < 0;
        return _pen.AlongFronts && isOuter ? Front(edge, from, to) : (from, to);
    }

    // The stretch of the block's front that lies across half the street from an edge; the edge itself if there is no block.
    private (Spot From, Spot To) Front(int edge, Spot from, Spot to)
    {
        var region = _net.Regions[_net.RegionOf[edge]];
        var side = _net.Side(edge);
        var start = region.Corners[side];
        var along = (region.Corners[side + 1 < region.Corners.Length ? side + 1 : 0] - start).Direction;
        var (low, high) = (double.MaxValue, double.MinValue);
        for (var k = 0; k < region.Block.Count; k++)
        {
            var place = region.Block[k] - start;
            if (Math.Abs(along.Left.Dot(place) - region.HalfWidths[side]) < 0.6)
            {
                (low, high) = (Math.Min(low, along.Dot(place)), Math.Max(high, along.Dot(place)));
            }
        }

        if (high - low < 1)
        {
            return (from, to);
        }

        // Rounded, so that a corner reached from two sides is one and the same.
        var front = start + (region.HalfWidths[side] * along.Left);
        return (
            (front + (Math.Clamp(along.Dot(from - start), low, high) * along)).Rounded,
            (front + (Math.Clamp(along.Dot(to - start), low, high) * along)).Rounded);
    }

    private IEnumerable<Outline> Zones(int part, List<List<Spot>> rings)
    {
        var shells = rings.Where(ring => TwiceArea(ring) > 0)
            .Select(ring => new Outline { Label = _labels[part], FirstRegion = part, Shell = ring })
            .OrderByDescending(outline => TwiceArea(outline.Shell))
            .ToList();
        // Connected regions have one shell; more appear only where it touches itself.
        foreach (var hole in rings.Where(ring => TwiceArea(ring) < 0))
        {
            (shells.Find(shell => shell.Contains(hole[0].Toward(hole[1], 0.5))) ?? shells[0]).Holes.Add(hole);
        }

        return shells;
    }

    private static double TwiceArea(List<Spot> ring)
    {
        var twice = 0.0;
        for (var k = 1; k + 1 < ring.Count; k++)
        {
            twice += (ring[k] - ring[0]).Cross(ring[k + 1] - ring[0]);
        }

        return twice;
    }
}
