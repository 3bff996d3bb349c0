using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Mends the features of one layer and lists what that moved.</summary>
internal sealed class RepairWork(SourceLayer layer, int[] rows)
{
    // A round drops a corner; few outlines need a second one.
    private const int MostRounds = 20;

    private static readonly string[] ByParity = ["self_intersection", "hole_outside_shell", "hole_equals_shell", "hole_crosses_shell"];

    private readonly LayerHabits _habits = LayerHabits.Of(layer);
    private readonly RepairCorners _corners = new(layer.Shapes, rows, LayerHabits.Of(layer));
    private readonly LayerFindings _findings = new(layer);

    /// <summary>The features that changed, by row.</summary>
    public Dictionary<int, RepairFeature> Mended { get; } = [];

    /// <summary>What was done.</summary>
    public List<Repair> Repairs { get; } = [];

    /// <summary>Mends one feature of its kinds of defects, in the order of <see cref="Repair.Kinds"/>.</summary>
    public void Mend(int row, HashSet<string> codes)
    {
        var feature = new RepairFeature(layer.Shapes, row);
        if (feature.Rings.Count == 0 || feature.Rings.Exists(ring => ring.Points.Exists(point => !double.IsFinite(point.X) || !double.IsFinite(point.Y))))
        {
            return;
        }

        var before = Repairs.Count;
        EachRing(row, feature, codes.Contains("unclosed_ring"), "unclosed_ring", ring => ring.IsClosed ? null : (ring.Close(_habits), "closed by a straight edge"));
        EachRing(row, feature, codes.Contains("repeated_vertex"), "repeated_vertex", ring => ring.DropRepeated() is var count and > 0 ? (0, $"{count} repeated vertices dropped") : null);
        EachRing(row, feature, codes.Contains("spike"), "spike", ring => ring.DropSpikes(_habits) is var metres and > 0 ? (metres, "the way out and back dropped") : null);
        if (ByParity.FirstOrDefault(codes.Contains) is { } code)
        {
            ReadByParity(row, feature, code);
            DropSpikesOfReading(row, feature, codes);
        }

        if (codes.Contains("offset_mm"))
        {
            SnapCorners(row, feature);
        }

        EachRing(row, feature, codes.Contains("unnoded_vertex"), "unnoded_vertex",
            ring => ring.DropStraight(_habits, point => _corners.Nearest(point, row) is not { Metres: 0 }) is var metres and > 0 ? (metres, "the vertex that no neighbour has is dropped") : null);
        if (codes.Contains("ring_orientation") || (Repairs.Count > before && ByParity.Any(codes.Contains)))
        {
            Turn(row, feature, codes.Contains("ring_orientation"));
        }

        if (Repairs.Count > before)
        {
            Mended[row] = feature;
        }
    }

    private void EachRing(int row, RepairFeature feature, bool isAsked, string code, Func<RepairRing, (double Metres, string What)?> mend)
    {
        if (!isAsked)
        {
            return;
        }

        var area = feature.Area(_habits);
        (double Metres, string What)? done = null;
        foreach (var ring in feature.Rings)
        {
            if (mend(ring) is { } result)
            {
                done = (Math.Max(done?.Metres ?? 0, result.Metres), result.What);
            }
        }

        if (done is { } told)
        {
            Tell(code, row, told.Metres, feature.Area(_habits) - area, told.What);
        }
    }

    private void ReadByParity(int row, RepairFeature feature, string code)
    {
        var shoelace = feature.Rings.Sum(ring => Math.Abs(ring.TwiceArea()) / 2 * (ring.IsHole ? -1 : 1)) * _habits.MetresPerX * _habits.MetresPerY;
        if (feature.ReadByParity(_habits))
        {
            Tell(code, row, 0, feature.Area(_habits) - shoelace, "read by the even-odd rule; the area before is the sum of its rings");
        }
        else if (code == "hole_equals_shell")
        {
            // As given nothing would be left; the hole is what is wrong, not the parcel.
            feature.Rings.RemoveAll(ring => ring.IsHole);
            Tell(code, row, 0, feature.Area(_habits), "the hole that equals its shell is dropped");
        }
    }

    // Faces that the reading joins may meet in a corner as thin as a spike, and without its tip borders may cross anew.
    private void DropSpikesOfReading(int row, RepairFeature feature, HashSet<string> codes)
    {
        for (var round = 0; round < MostRounds && codes.Contains("spike"); round++)
        {
            var area = feature.Area(_habits);
            var metres = feature.DropSpikes(_habits);
            if (metres == 0)
            {
                return;
            }

            feature.ReadByParity(_habits);
            Tell("spike", row, metres, feature.Area(_habits) - area, "the way out and back that the reading left dropped");
        }
    }

    private void SnapCorners(int row, RepairFeature feature)
    {
        double area = feature.Area(_habits), farthest = 0;
        var moves = new List<(double X, double Y)>();
        foreach (var point in feature.Rings.SelectMany(ring => ring.Points))
        {
            if (_corners.Nearest(point, row) is { } nearest)
            {
                moves.Add((nearest.At.X - point.X, nearest.At.Y - point.Y));
                farthest = Math.Max(farthest, nearest.Metres);
            }
        }

        if (moves.Count == 0 || farthest == 0)
        {
            return;
        }

        // Corners that nobody else has go with the others.
        var common = (X: moves.Select(move => move.X).Order().ElementAt(moves.Count / 2), Y: moves.Select(move => move.Y).Order().ElementAt(moves.Count / 2));
        foreach (var ring in feature.Rings)
        {
            for (var i = 0; i < ring.Points.Count; i++)
            {
                var point = ring.Points[i];
                ring.Points[i] = _corners.Nearest(point, row) is { } nearest ? nearest.At : (point.X + common.X, point.Y + common.Y);
            }
        }

        Tell("offset_mm", row, farthest, feature.Area(_habits) - area, "corners brought to those of the neighbours");
    }

    private void Turn(int row, RepairFeature feature, bool tells)
    {
        var turned = 0;
        foreach (var ring in feature.Rings)
        {
            if (_habits.ShellsAnticlockwise is { } anticlockwise && ring.TwiceArea() > 0 == (ring.IsHole == anticlockwise))
            {
                ring.Points.Reverse();
                turned++;
            }
        }

        if (turned > 0 && tells)
        {
            Tell("ring_orientation", row, 0, 0, $"{turned} rings turned around");
        }
    }

    private void Tell(string code, int row, double metres, double squareMetres, string what)
    {
        var (x, y) = (layer.Shapes.X[layer.Shapes.RingStart[layer.Shapes.FeatureStart[row]]], layer.Shapes.Y[layer.Shapes.RingStart[layer.Shapes.FeatureStart[row]]]);
        Repairs.Add(new Repair(code, layer.Name, _findings.IdOf(row), layer.FidOf(row), x, y, metres, squareMetres, what));
    }
}
