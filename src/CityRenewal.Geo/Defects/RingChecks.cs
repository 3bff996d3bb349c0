using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Checks every outline by itself: numbers, closure, repeated vertices, spikes, crossings, holes, area.
/// Reads the rings as delivered and changes nothing.
/// </summary>
internal sealed class RingChecks(LayerFindings findings, LayerHabits habits)
{
    private const double SpikeLength = 0.05;
    private const double SliverWidth = 0.5;

    private readonly SourceShapes _shapes = findings.Layer.Shapes;
    private readonly bool _maySliver = findings.Layer.Name == LayerNames.Parcels;
    private RingPath _ring = new();
    private RingPath _shell = new();

    /// <summary>Checks the outline of one feature.</summary>
    public void Check(int row)
    {
        int first = _shapes.FeatureStart[row], end = _shapes.FeatureStart[row + 1];
        if (first == end || _shapes.RingStart[first] == _shapes.RingStart[end])
        {
            findings.AddAt(first == end ? GeometryDefects.NullGeometry : GeometryDefects.EmptyGeometry, row, -1);
            return;
        }

        if (!AreFinite(row, first, end) || _shapes.Kind != ShapeKind.Polygon)
        {
            return;
        }

        double area = 0, perimeter = 0;
        for (var ring = first; ring < end; ring++)
        {
            var isHole = _shapes.IsHole.Length > 0 && _shapes.IsHole[ring];
            CheckRing(row, ring, isHole);
            if (_maySliver)
            {
                area += Math.Abs(_ring.TwiceArea()) / 2 * habits.MetresPerX * habits.MetresPerY * (isHole ? -1 : 1);
                perimeter += Perimeter();
            }

            if (!isHole)
            {
                (_ring, _shell) = (_shell, _ring);
            }
        }

        // Twice area over perimeter is the width of a long strip.
        if (_maySliver && area > 0.01 && 2 * area / perimeter < SliverWidth)
        {
            findings.Add(GeometryDefects.Sliver, row, $"{area:0.##} m², about {2 * area / perimeter:0.###} m wide");
        }
    }

    private bool AreFinite(int row, int first, int end)
    {
        for (var vertex = _shapes.RingStart[first]; vertex < _shapes.RingStart[end]; vertex++)
        {
            double x = _shapes.X[vertex], y = _shapes.Y[vertex];
            if (!(Math.Abs(x) < RowBox.Farthest && Math.Abs(y) < RowBox.Farthest))
            {
                var kind = double.IsFinite(x) && double.IsFinite(y) ? GeometryDefects.FarFromLayer : GeometryDefects.NanCoordinate;
                findings.Add(kind, row, $"vertex {vertex - _shapes.RingStart[first]} is ({x}, {y})");
                return false;
            }
        }

        return true;
    }

    private void CheckRing(int row, int ring, bool isHole)
    {
        var (start, end) = (_shapes.RingStart[ring], _shapes.RingStart[ring + 1]);
        _ring.Take(_shapes.X.AsSpan(start, end - start), _shapes.Y.AsSpan(start, end - start));
        CheckClosure(row, start, end);
        if (_ring.Count < 3)
        {
            var kind = isHole ? GeometryDefects.TooFewVertices : GeometryDefects.ZeroArea;
            findings.AddAt(kind, row, Math.Min(start, end - 1));
            return;
        }

        // The fan, not the area: the lobes of a ring that crosses itself may cancel.
        var twiceArea = _ring.TwiceArea();
        if (_ring.TwiceFan() * habits.MetresPerX * habits.MetresPerY < 2e-4)
        {
            findings.AddAt(GeometryDefects.ZeroArea, row, start);
            return;
        }

        var crosses = !_ring.IsSurelyConvex() && CheckMeetings(row, start, CheckSpikes(row, start));
        if (!crosses && habits.ShellsAnticlockwise is { } anticlockwise && twiceArea > 0 == (isHole == anticlockwise))
        {
            findings.AddAt(GeometryDefects.RingOrientation, row, start, twiceArea > 0 ? "it runs anticlockwise" : "it runs clockwise");
        }

        if (isHole)
        {
            CheckHole(row, start);
        }
    }

    private void CheckClosure(int row, int start, int end)
    {
        var isClosed = _shapes.X[start] == _shapes.X[end - 1] && _shapes.Y[start] == _shapes.Y[end - 1];
        if (!isClosed)
        {
            findings.AddAt(GeometryDefects.UnclosedRing, row, end - 1);
        }

        var repeated = end - start - _ring.Count - (isClosed ? 1 : 0);
        if (repeated > 0 && _ring.Count >= 3)
        {
            findings.AddAt(GeometryDefects.RepeatedVertex, row, FirstRepeated(start, end), $"{repeated} in this ring");
        }
    }

    private int FirstRepeated(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (_shapes.X[i] == _shapes.X[i - 1] && _shapes.Y[i] == _shapes.Y[i - 1])
            {
                return i;
            }
        }

        return end - 1;
    }

    private bool CheckSpikes(int row, int start)
    {
        var found = false;
        for (var i = 0; i < _ring.Count; i++)
        {
            int before = _ring.Before(i), after = _ring.After(i);
            double inX = (_ring.X(i) - _ring.X(before)) * habits.MetresPerX, inY = (_ring.Y(i) - _ring.Y(before)) * habits.MetresPerY;
            double outX = (_ring.X(after) - _ring.X(i)) * habits.MetresPerX, outY = (_ring.Y(after) - _ring.Y(i)) * habits.MetresPerY;
            var shorter = Math.Min(Math.Sqrt((inX * inX) + (inY * inY)), Math.Sqrt((outX * outX) + (outY * outY)));
            var along = (inX * outX) + (inY * outY);

            // Less than half a degree between the way out and the way back.
            if (along < 0 && shorter > SpikeLength && Math.Abs((inX * outY) - (inY * outX)) < 0.0087 * -along)
            {
                findings.AddAt(GeometryDefects.Spike, row, start + _ring.Delivered(i), $"{shorter:0.##} m at vertex {_ring.Delivered(i)}");
                found = true;
            }
        }

        return found;
    }

    private bool CheckMeetings(int row, int start, bool hasSpike)
    {
        var meetings = new RingMeetings(_ring, _ring).Search();
        var (a, b) = (_ring.Delivered(meetings.VertexA), _ring.Delivered(meetings.VertexB));
        if (meetings.Found == SegmentMeeting.Cross)
        {
            findings.AddAt(GeometryDefects.SelfIntersection, row, start + a, $"the edges after vertices {a} and {b} meet");
        }
        else if (meetings.Found == SegmentMeeting.Touch && !hasSpike)
        {
            findings.AddAt(GeometryDefects.SelfTouch, row, start + a, $"the edges after vertices {a} and {b} meet");
        }

        return meetings.Found == SegmentMeeting.Cross;
    }

    private void CheckHole(int row, int start)
    {
        if (_shell.Count < 3 || EqualsShell())
        {
            findings.AddAt(GeometryDefects.HoleEqualsShell, row, start);
        }
        else if (new RingMeetings(_shell, _ring).Search().Found == SegmentMeeting.Cross)
        {
            findings.AddAt(GeometryDefects.HoleCrossesShell, row, start);
        }
        else if (!IsInsideShell())
        {
            findings.AddAt(GeometryDefects.HoleOutsideShell, row, start);
        }
    }

    private bool EqualsShell()
    {
        if (_ring.Count != _shell.Count)
        {
            return false;
        }

        var offset = Enumerable.Range(0, _shell.Count).FirstOrDefault(i => IsSame(0, i), -1);
        return offset >= 0
            && (Enumerable.Range(0, _ring.Count).All(i => IsSame(i, (offset + i) % _shell.Count))
                || Enumerable.Range(0, _ring.Count).All(i => IsSame(i, (offset + _shell.Count - i) % _shell.Count)));
    }

    private bool IsSame(int ring, int shell) => _ring.X(ring) == _shell.X(shell) && _ring.Y(ring) == _shell.Y(shell);

    private bool IsInsideShell()
    {
        for (var i = 0; i < _ring.Count; i++)
        {
            var side = _shell.Side(_ring.X(i), _ring.Y(i));
            if (side != 0)
            {
                return side > 0;
            }
        }

        return true;
    }

    private double Perimeter()
    {
        double sum = 0;
        for (var i = 0; i < _ring.Count; i++)
        {
            double dx = (_ring.X(_ring.After(i)) - _ring.X(i)) * habits.MetresPerX, dy = (_ring.Y(_ring.After(i)) - _ring.Y(i)) * habits.MetresPerY;
            sum += Math.Sqrt((dx * dx) + (dy * dy));
        }

        return sum;
    }
}
