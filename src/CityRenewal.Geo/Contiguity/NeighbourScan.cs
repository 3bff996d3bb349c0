using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Contiguity;

/// <summary>Goes once around a parcel and tallies what lies on the other side of each half-edge.</summary>
internal sealed class NeighbourScan
{
    private readonly LandFabric _fabric;
    private readonly BarrierPieces _barriers;
    private readonly long _reach;
    private readonly double _tolerance;
    private readonly StreetView _view;
    private readonly NeighbourTally _tally;
    private readonly List<int> _border = [];
    private readonly List<BarrierPiece> _near = [];
    private readonly List<(double From, double To)> _covered = [];

    public NeighbourScan((LandFabric Fabric, OpenRings Open) land, (BarrierPieces Pieces, byte WaterCode) barriers, GraphOptions options)
    {
        _fabric = land.Fabric;
        _barriers = barriers.Pieces;
        var width = options.StreetWidthM * _fabric.Plane.UnitsPerMetre;
        _tolerance = options.BarrierToleranceM * _fabric.Plane.UnitsPerMetre;
        _reach = (long)Math.Ceiling(width + _tolerance);
        _view = new StreetView(_fabric, land.Open, width);
        _tally = new NeighbourTally(_fabric.ParcelCount, barriers.WaterCode);
    }

    /// <summary>The neighbours of a parcel, ascending; valid until the next call.</summary>
    public ReadOnlySpan<Neighbour> Around(int parcel)
    {
        _tally.Clear();
        FindBarriers(CollectBorder(parcel));
        foreach (var h in _border)
        {
            var behind = _fabric.Face[h ^ 1];
            var other = _fabric.FaceParcel[behind];
            if (other >= 0)
            {
                if (other != parcel)
                {
                    Touch(h, other);
                }
            }
            else if (_fabric.FaceKinds[behind] is FaceKind.Street or FaceKind.Void)
            {
                _view.Look(h ^ 1, parcel, _near, _tolerance, _tally);
            }
        }

        _tally.Finish();
        return _tally.Neighbours;
    }

    // The half-edges around the faces that count for the parcel, and the box around all it covers.
    private GridBox CollectBorder(int parcel)
    {
        _border.Clear();
        ReadOnlySpan<int> origin = _fabric.Origin, next = _fabric.Next, vertexX = _fabric.VertexX, vertexY = _fabric.VertexY;
        int minX = int.MaxValue, minY = int.MaxValue, maxX = int.MinValue, maxY = int.MinValue;
        for (var i = _fabric.ParcelFaceStart[parcel]; i < _fabric.ParcelFaceStart[parcel + 1]; i++)
        {
            var face = _fabric.ParcelFaces[i];
            var isOwn = _fabric.FaceParcel[face] == parcel; // else an overlap that counts for another parcel
            for (var ring = _fabric.FaceRingStart[face]; ring < _fabric.FaceRingStart[face + 1]; ring++)
            {
                int first = _fabric.FaceRings[ring], h = first;
                do
                {
                    int x = vertexX[origin[h]], y = vertexY[origin[h]];
                    (minX, maxX) = (Math.Min(minX, x), Math.Max(maxX, x));
                    (minY, maxY) = (Math.Min(minY, y), Math.Max(maxY, y));
                    if (isOwn)
                    {
                        _border.Add(h);
                    }

                    h = next[h];
                }
                while (h != first);
            }
        }

        return new GridBox(minX, minY, maxX, maxY);
    }

    private void FindBarriers(GridBox box)
    {
        _near.Clear();
        if (!_barriers.IsEmpty && !box.IsEmpty)
        {
            _barriers.Near(box.MinX - _reach, box.MinY - _reach, box.MaxX + _reach, box.MaxY + _reach, _near);
        }
    }

    private void Touch(int h, int other)
    {
        _tally.AddShared(other, _fabric.LengthOf(h));
        if (_near.Count == 0)
        {
            return;
        }

        // Measured on the same half of the pair from both sides, so that both find the same length.
        _view.StandOn(h & ~1);
        var barrier = CoveredBy(out var length);
        _tally.AddBehind(other, length, barrier);
    }

    // Length of the half-edge along which a barrier runs within the tolerance: crossing it straight hardly counts.
    private byte CoveredBy(out double length)
    {
        _covered.Clear();
        byte kind = 0;
        foreach (var piece in _near)
        {
            double fromAcross = _view.Across(piece.FromX, piece.FromY), toAcross = _view.Across(piece.ToX, piece.ToY);
            if (Math.Min(fromAcross, toAcross) > _tolerance || Math.Max(fromAcross, toAcross) < -_tolerance)
            {
                continue;
            }

            var line = new Sight(
                _view.Along(piece.FromX, piece.FromY), fromAcross, _view.Along(piece.ToX, piece.ToY), toAcross);
            if (line.TryWithin(_tolerance, _view.Length, out var from, out var to))
            {
                _covered.Add((from, to));
                kind = Math.Max(kind, piece.Kind);
            }
        }

        _covered.Sort();
        length = 0;
        var reached = 0.0;
        foreach (var (from, to) in _covered)
        {
            length += Math.Max(0, to - Math.Max(from, reached));
            reached = Math.Max(reached, to);
        }

        return kind;
    }
}
