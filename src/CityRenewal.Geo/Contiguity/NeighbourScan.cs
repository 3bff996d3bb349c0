using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Contiguity;

/// <summary>Goes once around a parcel and tallies what lies on the other side of each half-edge.</summary>
internal sealed class NeighbourScan(LandFabric fabric, BarrierPieces barriers, GraphOptions options, byte waterCode)
{
    private readonly double _width = options.StreetWidthM * fabric.Plane.UnitsPerMetre;
    private readonly double _tolerance = options.BarrierToleranceM * fabric.Plane.UnitsPerMetre;
    private readonly StreetView _view = new(fabric, options.StreetWidthM * fabric.Plane.UnitsPerMetre);
    private readonly NeighbourTally _tally = new(fabric.ParcelCount, waterCode);
    private readonly List<BarrierPiece> _near = [];
    private readonly List<(double From, double To)> _covered = [];

    /// <summary>The neighbours of a parcel, ascending; valid until the next call.</summary>
    public ReadOnlySpan<Neighbour> Around(int parcel)
    {
        _tally.Clear();
        FindBarriers(parcel);
        for (var i = fabric.ParcelFaceStart[parcel]; i < fabric.ParcelFaceStart[parcel + 1]; i++)
        {
            var face = fabric.ParcelFaces[i];
            if (fabric.FaceParcel[face] != parcel)
            {
                continue; // an overlap that counts for another parcel
            }

            for (var ring = fabric.FaceRingStart[face]; ring < fabric.FaceRingStart[face + 1]; ring++)
            {
                WalkRing(fabric.FaceRings[ring], parcel);
            }
        }

        _tally.Finish();
        return _tally.Neighbours;
    }

    private void WalkRing(int first, int parcel)
    {
        ReadOnlySpan<int> next = fabric.Next, face = fabric.Face, faceParcel = fabric.FaceParcel;
        var kinds = fabric.FaceKinds;
        var h = first;
        do
        {
            var behind = face[h ^ 1];
            var other = faceParcel[behind];
            if (other >= 0)
            {
                if (other != parcel)
                {
                    Touch(h, other);
                }
            }
            else if (kinds[behind] is FaceKind.Street or FaceKind.Void)
            {
                _view.Look(h ^ 1, parcel, _near, _tolerance, _tally);
            }

            h = next[h];
        }
        while (h != first);
    }

    private void Touch(int h, int other)
    {
        _tally.AddShared(other, fabric.LengthOf(h));
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

    private void FindBarriers(int parcel)
    {
        _near.Clear();
        if (barriers.IsEmpty)
        {
            return;
        }

        var box = GridBox.Empty;
        for (var i = fabric.ParcelFaceStart[parcel]; i < fabric.ParcelFaceStart[parcel + 1]; i++)
        {
            box = box.With(BoxOf(fabric.ParcelFaces[i]));
        }

        var reach = (long)Math.Ceiling(_width + _tolerance);
        if (!box.IsEmpty)
        {
            barriers.Near(box.MinX - reach, box.MinY - reach, box.MaxX + reach, box.MaxY + reach, _near);
        }
    }

    private GridBox BoxOf(int face)
    {
        ReadOnlySpan<int> origin = fabric.Origin, next = fabric.Next, vertexX = fabric.VertexX, vertexY = fabric.VertexY;
        int minX = int.MaxValue, minY = int.MaxValue, maxX = int.MinValue, maxY = int.MinValue;
        for (var ring = fabric.FaceRingStart[face]; ring < fabric.FaceRingStart[face + 1]; ring++)
        {
            var h = fabric.FaceRings[ring];
            do
            {
                int x = vertexX[origin[h]], y = vertexY[origin[h]];
                minX = Math.Min(minX, x);
                maxX = Math.Max(maxX, x);
                minY = Math.Min(minY, y);
                maxY = Math.Max(maxY, y);
                h = next[h];
            }
            while (h != fabric.FaceRings[ring]);
        }

        return new GridBox(minX, minY, maxX, maxY);
    }
}
