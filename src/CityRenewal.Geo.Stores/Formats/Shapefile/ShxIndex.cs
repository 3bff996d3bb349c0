using System.Buffers.Binary;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The index of a Shapefile: of use where it is whole; without it the shapes are read one after the other.</summary>
internal static class ShxIndex
{
    private const int HeaderBytes = 100;
    private const int FileCode = 9994;

    /// <summary>The index where it can be used, else null with what is to be said about it.</summary>
    public static (byte[]? Shx, IReadOnlyList<string> Notes) Of(byte[]? shx)
    {
        var fault = shx is null ? "is missing" : FaultOf(shx);
        return fault is null ? (shx, []) : (null, [$"the .shx {fault}: the shapes were read one after the other"]);
    }

    private static string? FaultOf(byte[] shx)
    {
        if (shx.Length < HeaderBytes || BinaryPrimitives.ReadInt32BigEndian(shx) != FileCode)
        {
            return "is none by its first bytes";
        }

        var stated = BinaryPrimitives.ReadInt32BigEndian(shx.AsSpan(24)) * 2L;
        return stated > shx.Length ? $"is cut short (its header says {stated:N0} bytes, it has {shx.Length:N0})" : null;
    }
}
