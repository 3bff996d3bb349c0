using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Contiguity;

/// <summary>
/// What a border sees straight across the street: each point of a half-edge with open land on its left looks along the
/// normal, and the first border it meets within the street width is what it faces. So what one border sees never overlaps
/// on it, and nearer parcels hide those behind. Strips are walked from face to face; no search over the town is needed.
/// </summary>
internal sealed class StreetView(LandFabric fabric, OpenRings open, double width)
{
    private const int FirstRoom = 64;

    private readonly List<int> _faces = [];
    private readonly List<(Sight Line, byte Kind)> _between = [];
    private Sight[] _sights = new Sight[FirstRoom];
    private double[] _breaks = new double[FirstRoom * 2];
    private int _sightCount;
    private int _breakCount;
    private double _originX;
    private double _originY;
    private double _alongX;
    private double _alongY;

    /// <summary>Length of the half-edge last looked from, grid units.</summary>
    public double Length { get; private set; }

    /// <summary>Turns to a half-edge: from now on along and across are measured from its origin.</summary>
    public void StandOn(int h)
    {
        int from = fabric.Origin[h], to = fabric.Target(h);
        _originX = fabric.VertexX[from];
        _originY = fabric.VertexY[from];
        double dx = fabric.VertexX[to] - _originX, dy = fabric.VertexY[to] - _originY;
        Length = Math.Sqrt((dx * dx) + (dy * dy));
        (_alongX, _alongY) = (dx / Length, dy / Length);
    }

    /// <summary>Position of a point along the half-edge.</summary>
    public double Along(double x, double y) => ((x - _originX) * _alongX) + ((y - _originY) * _alongY);

    /// <summary>Distance of a point from the half-edge's line, positive on its left.</summary>
    public double Across(double x, double y) => ((y - _originY) * _alongX) - ((x - _originX) * _alongY);

    /// <summary>Looks across the street from half-edge h and reports every stretch of it that sees something.</summary>
    public void Look(int h, int parcel, List<BarrierPiece> barriers, double tolerance, NeighbourTally tally)
    {
        StandOn(h);
        CollectSights(h);
        if (_sightCount == 0)
        {
            return;
        }

        CollectBetween(barriers, tolerance);
        if (_sightCount == 1 && _between.Count == 0 && !_sights[0].IsWater)
        {
            if (_sights[0].Parcel >= 0 && _sights[0].Parcel != parcel)
            {
                tally.AddFacing(_sights[0].Parcel, _sights[0].To - _sights[0].From, 0);
            }

            return;
        }

        CollectBreaks();
        for (var i = 1; i < _breakCount; i++)
        {
            var length = _breaks[i] - _breaks[i - 1];
            if (length > 0)
            {
                Report((_breaks[i] + _breaks[i - 1]) / 2, length, parcel, tolerance, tally);
            }
        }
    }

    // Walks the faces of open land that the corridor in front of h passes through.
    private void CollectSights(int h)
    {
        _sightCount = 0;
        _faces.Clear();
        _faces.Add(fabric.Face[h]);
        for (var i = 0; i < _faces.Count; i++)
        {
            WalkFace(open.Of(_faces[i]), h);
        }
    }

    // Most borders are out of view, and which ones no processor can guess: all conditions are settled before the one branch.
    private void WalkFace(ReadOnlySpan<OpenCorner> corners, int own)
    {
        double originX = _originX, originY = _originY, alongX = _alongX, alongY = _alongY, length = Length, far = width + 1;
        var g = -1;
        double fromAlong = 0, fromAcross = 0;
        foreach (ref readonly var corner in corners)
        {
            double x = corner.X - originX, y = corner.Y - originY;
            double toAlong = (x * alongX) + (y * alongY), toAcross = (y * alongX) - (x * alongY);

            // What closes the view from below runs against the half-edge. Near and far end of the corridor spare most of it
            // the clipping; a unit of the grid more than covers the rounding of the doubles.
            var isInView = (toAlong < fromAlong) & (toAlong < length) & (fromAlong > 0) & (g >= 0)
                & ((fromAcross > -1) | (toAcross > -1)) & ((fromAcross < far) | (toAcross < far));
            if (isInView && g != own)
            {
                Meet(g, new Sight(toAlong, toAcross, fromAlong, fromAcross));
            }

            (fromAlong, fromAcross, g) = (toAlong, toAcross, corner.HalfEdge);
        }
    }

    private void Meet(int g, Sight line)
    {
        if (!line.TryClip(Length, width, out var sight))
        {
            return;
        }

        var behind = fabric.Face[g ^ 1];
        var kind = fabric.FaceKinds[behind];
        if (kind is FaceKind.Street or FaceKind.Void or FaceKind.Water)
        {
            if (!_faces.Contains(behind))
            {
                _faces.Add(behind);
            }

            if (kind != FaceKind.Water)
            {
                return;
            }

            sight = sight with { IsWater = true };
        }

        if (_sightCount == _sights.Length)
        {
            Array.Resize(ref _sights, _sightCount * 2);
        }

        _sights[_sightCount++] = sight with { Parcel = fabric.FaceParcel[behind] };
    }

    // The pieces of barriers that reach into the corridor, from left to right.
    private void CollectBetween(List<BarrierPiece> barriers, double tolerance)
    {
        _between.Clear();
        foreach (var piece in barriers)
        {
            double fromAlong = Along(piece.FromX, piece.FromY), toAlong = Along(piece.ToX, piece.ToY);
            if (Math.Max(fromAlong, toAlong) <= 0 || Math.Min(fromAlong, toAlong) >= Length)
            {
                continue;
            }

            double fromAcross = Across(piece.FromX, piece.FromY), toAcross = Across(piece.ToX, piece.ToY);
            if (Math.Min(fromAcross, toAcross) <= width + tolerance && Math.Max(fromAcross, toAcross) >= -tolerance)
            {
                _between.Add((fromAlong <= toAlong
                    ? new Sight(fromAlong, fromAcross, toAlong, toAcross)
                    : new Sight(toAlong, toAcross, fromAlong, fromAcross), piece.Kind));
            }
        }
    }

    private void CollectBreaks()
    {
        var room = 2 * (_sightCount + _between.Count);
        if (_breaks.Length < room)
        {
            _breaks = new double[room * 2];
        }

        _breakCount = 0;
        for (var i = 0; i < _sightCount; i++)
        {
            _breaks[_breakCount++] = _sights[i].From;
            _breaks[_breakCount++] = _sights[i].To;
        }

        foreach (var (line, _) in _between)
        {
            _breaks[_breakCount++] = Math.Max(0, line.From);
            _breaks[_breakCount++] = Math.Min(Length, line.To);
        }

        _breaks.AsSpan(0, _breakCount).Sort();
    }

    // The nearest sight decides what is faced; water and barriers before it lie between.
    private void Report(double at, double length, int parcel, double tolerance, NeighbourTally tally)
    {
        var nearest = double.PositiveInfinity;
        var water = double.PositiveInfinity;
        var faced = -1;
        for (var i = 0; i < _sightCount; i++)
        {
            ref readonly var sight = ref _sights[i];
            if (at < sight.From || at > sight.To)
            {
                continue;
            }

            var across = sight.AcrossAt(at);
            if (sight.IsWater)
            {
                water = Math.Min(water, across);
            }
            else if (across < nearest)
            {
                (nearest, faced) = (across, sight.Parcel);
            }
        }

        if (faced >= 0 && faced != parcel)
        {
            var between = BarrierBefore(at, nearest + tolerance, tolerance);
            tally.AddFacing(faced, length, between != 0 ? between : water < nearest ? tally.WaterCode : (byte)0);
        }
    }

    private byte BarrierBefore(double at, double farthest, double tolerance)
    {
        foreach (var (line, kind) in _between)
        {
            if (line.From <= at && at <= line.To
                && line.AcrossAt(at) is var across && across >= -tolerance && across <= farthest)
            {
                return kind;
            }
        }

        return 0;
    }
}
