using System.Buffers.Binary;

namespace CityRenewal.Geo.Service.Operating.Limits;

/// <summary>
/// Walks well-known binary without making anything of it: how many vertices, how deep, which system. What it claims to hold is
/// compared with the bytes that are there, before a reader makes room for it.
/// </summary>
internal ref struct WkbScan(ReadOnlySpan<byte> wkb, int deepest)
{
    private const uint HasZ = 0x8000_0000, HasM = 0x4000_0000, HasSystem = 0x2000_0000;
    private const uint MostClaimed = 10_000;
    private const int Point = 1, Line = 2, Polygon = 3, LastCollection = 7;
    private readonly ReadOnlySpan<byte> _wkb = wkb;
    private readonly int _deepest = deepest;
    private int _at;

    /// <summary>Vertices that were counted.</summary>
    public long Vertices { get; private set; }

    /// <summary>Whether collections lie deeper in each other than they may.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>Whether it claims to hold so much more than it does that a reader would make room for megabytes of nothing.</summary>
    public bool IsGreedy { get; private set; }

    /// <summary>The system that the geometry itself names; 0 where it names none.</summary>
    public int System { get; private set; }

    /// <summary>Walks through it; false where it holds less than it claims, or is nothing of this kind.</summary>
    public bool TryCount() => TryGeometry(1);

    private bool TryGeometry(int depth)
    {
        IsTooDeep |= depth > _deepest;
        if (IsTooDeep || _at + 5 > _wkb.Length || _wkb[_at] > 1)
        {
            return false;
        }

        var little = _wkb[_at++] == 1;
        var type = Number(little);
        if ((type & HasSystem) != 0)
        {
            if (_at + 4 > _wkb.Length)
            {
                return false;
            }

            System = (int)Number(little);
        }

        var (kind, size) = ShapeOf(type);
        return kind switch
        {
            Point => TrySkip(1, size),
            Line => TryPoints(little, size),
            Polygon => TryCountOf(little, 4, out var rings) && TryRings(rings, little, size),
            > Polygon and <= LastCollection => TryCountOf(little, 9, out var parts) && TryParts(parts, depth),
            _ => false,
        };
    }

    // The plain kind, and the bytes of a vertex: both ways of saying that there are further ordinates.
    private static (int Kind, int Size) ShapeOf(uint type)
    {
        var code = type & 0x0fff_ffff;
        var (kind, more) = ((int)(code % 1000), code / 1000);
        var z = (type & HasZ) != 0 || more is 1 or 3;
        var m = (type & HasM) != 0 || more is 2 or 3;
        return (more > 3 ? 0 : kind, 16 + (z ? 8 : 0) + (m ? 8 : 0));
    }

    private bool TryRings(int rings, bool little, int size)
    {
        for (var i = 0; i < rings; i++)
        {
            if (!TryPoints(little, size))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryParts(int parts, int depth)
    {
        for (var i = 0; i < parts; i++)
        {
            if (!TryGeometry(depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryPoints(bool little, int size) => TryCountOf(little, size, out var points) && TrySkip(points, size);

    private bool TrySkip(int points, int size)
    {
        if ((long)points * size > _wkb.Length - _at)
        {
            return false;
        }

        _at += points * size;
        Vertices += points;
        return true;
    }

    // A count of things of at least so many bytes each, all of which must still be there.
    private bool TryCountOf(bool little, int least, out int count)
    {
        count = 0;
        if (_at + 4 > _wkb.Length)
        {
            return false;
        }

        var told = Number(little);
        if ((long)told * least > _wkb.Length - _at)
        {
            IsGreedy |= told > MostClaimed;
            return false;
        }

        count = (int)told;
        return true;
    }

    private uint Number(bool little)
    {
        var bytes = _wkb[_at..];
        _at += 4;
        return little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
