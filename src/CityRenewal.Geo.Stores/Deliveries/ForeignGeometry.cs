using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>
/// A feature as a GeoPackage blob without a box, bit by bit as it was given: single geometries where one part is enough,
/// open rings open, holes wherever they lie.
/// </summary>
internal sealed class ForeignGeometry(SourceShapes shapes, int srsId)
{
    private const int Line = 2;
    private const int Polygon = 3;
    private const int SeveralParts = 3;
    private const int WithHeight = 1000;
    private const double Height = 231.5;

    /// <summary>The blob of a feature; null where it has no geometry.</summary>
    public byte[]? BlobOf(int row, ForeignForm form)
    {
        int first = shapes.FeatureStart[row], end = shapes.FeatureStart[row + 1];
        if (first == end && form != ForeignForm.Empty)
        {
            return null;
        }

        var bytes = new MemoryStream();
        var writer = new BinaryWriter(bytes);
        writer.Write((byte)'G');
        writer.Write((byte)'P');
        writer.Write((byte)0);
        writer.Write((byte)(form == ForeignForm.Empty ? 0b0001_0001 : 0b0000_0001));
        writer.Write(srsId);
        Write(writer, first, end, form);
        return form == ForeignForm.Broken ? bytes.ToArray()[..(int)(bytes.Length * 3 / 5)] : bytes.ToArray();
    }

    private void Write(BinaryWriter writer, int first, int end, ForeignForm form)
    {
        switch (form)
        {
            case ForeignForm.Empty:
                Start(writer, Polygon, 0);
                break;
            case ForeignForm.Line:
                WritePath(writer, first);
                break;
            case ForeignForm.Heights:
                Start(writer, Polygon + WithHeight, end - first);
                for (var ring = first; ring < end; ring++)
                {
                    WriteVertices(writer, ring, Height);
                }

                break;
            default:
                WriteParts(writer, first, end);
                break;
        }
    }

    private void WriteParts(BinaryWriter writer, int first, int end)
    {
        var starts = Enumerable.Range(first, end - first).Where(ring => ring == first || !IsHole(ring)).ToList();
        if (starts.Count > 1)
        {
            Start(writer, SeveralParts + (shapes.Kind == ShapeKind.Polygon ? Polygon : shapes.Kind == ShapeKind.Line ? Line : 1), starts.Count);
        }

        for (var part = 0; part < starts.Count; part++)
        {
            WritePart(writer, starts[part], part + 1 < starts.Count ? starts[part + 1] : end);
        }
    }

    private void WritePart(BinaryWriter writer, int first, int end)
    {
        switch (shapes.Kind)
        {
            case ShapeKind.Polygon:
                Start(writer, Polygon, end - first);
                for (var ring = first; ring < end; ring++)
                {
                    WriteVertices(writer, ring, height: null);
                }

                break;
            case ShapeKind.Line:
                WritePath(writer, first);
                break;
            default:
                writer.Write((byte)1);
                writer.Write(1);
                writer.Write(shapes.X[shapes.RingStart[first]]);
                writer.Write(shapes.Y[shapes.RingStart[first]]);
                break;
        }
    }

    private void WritePath(BinaryWriter writer, int ring)
    {
        writer.Write((byte)1);
        writer.Write(Line);
        WriteVertices(writer, ring, height: null);
    }

    private void WriteVertices(BinaryWriter writer, int ring, double? height)
    {
        writer.Write(shapes.RingStart[ring + 1] - shapes.RingStart[ring]);
        for (var v = shapes.RingStart[ring]; v < shapes.RingStart[ring + 1]; v++)
        {
            writer.Write(shapes.X[v]);
            writer.Write(shapes.Y[v]);
            if (height is { } up)
            {
                writer.Write(up);
            }
        }
    }

    private static void Start(BinaryWriter writer, int type, int count)
    {
        writer.Write((byte)1);
        writer.Write(type);
        writer.Write(count);
    }

    private bool IsHole(int ring) => shapes.IsHole.Length > 0 && shapes.IsHole[ring];
}
