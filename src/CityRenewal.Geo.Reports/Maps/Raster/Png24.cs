using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Writes a canvas as PNG: 8 bits for each of red, green and blue.</summary>
internal static class Png24
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(value =>
    {
        var remainder = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            remainder = (remainder & 1) != 0 ? 0xEDB88320 ^ (remainder >> 1) : remainder >> 1;
        }

        return remainder;
    })];

    public static byte[] Of(RasterCanvas canvas)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Signature);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, canvas.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), canvas.Height);
        (head[8], head[9]) = (8, 2);
        Chunk(bytes, "IHDR", head);
        Chunk(bytes, "IDAT", Packed(canvas));
        Chunk(bytes, "IEND", []);
        return bytes.ToArray();
    }

    // Every row is told as its difference from the one above it, which maps have much in common with.
    private static byte[] Packed(RasterCanvas canvas)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var above = new byte[3 * canvas.Width];
            var row = new byte[(3 * canvas.Width) + 1];
            row[0] = 2;
            for (var y = 0; y < canvas.Height; y++)
            {
                var pixels = canvas.Row(y);
                for (var i = 0; i < above.Length; i++)
                {
                    row[i + 1] = (byte)(pixels[i] - above[i]);
                    above[i] = pixels[i];
                }

                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream to, string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        to.Write(number);
        to.Write(body);
        var remainder = 0xFFFFFFFF;
        foreach (var one in body)
        {
            remainder = Remainders[(remainder ^ one) & 0xFF] ^ (remainder >> 8);
        }

        BinaryPrimitives.WriteUInt32BigEndian(number, ~remainder);
        to.Write(number);
    }
}
