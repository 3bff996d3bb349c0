using System.Runtime.InteropServices;
using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.GeoPackage.Cache;

/// <summary>Writes arrays one after the other: their length, their bytes, and a checksum of the bytes.</summary>
internal sealed class ArrayWriter(Stream target)
{
    internal void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        WriteLong(bytes.Length);
        target.Write(bytes);
        WriteLong(Checksum.Of(bytes));
    }

    internal void Write(string text) => Write<byte>(Encoding.UTF8.GetBytes(text));

    internal void Write(TextColumn texts)
    {
        Write(texts.Bytes);
        Write(texts.Start);
    }

    internal void Write(CodeColumn codes)
    {
        Write(codes.Codes);
        Write(TextColumn.From(codes.Words));
    }

    internal void Write(PolygonColumns shapes)
    {
        Write(shapes.X);
        Write(shapes.Y);
        Write(shapes.RingStart);
        Write(shapes.FeatureStart);
    }

    internal void Write(LineColumns lines)
    {
        Write(lines.X);
        Write(lines.Y);
        Write(lines.PathStart);
        Write(lines.FeatureStart);
    }

    private void WriteLong(long value) => target.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in value)));
}
