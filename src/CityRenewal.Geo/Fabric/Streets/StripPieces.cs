namespace CityRenewal.Geo.Fabric;

/// <summary>Strips and junctions, numbered from 0, with what is known about each.</summary>
internal sealed class StripPieces(int count)
{
    public int Count => count;

    /// <summary>The face of the arrangement that each piece is cut from.</summary>
    public int[] FaceOf { get; } = new int[count];

    /// <summary>Whether a piece is wider than a street and so outside an assumed study area.</summary>
    public bool[] IsBeyond { get; } = new bool[count];

    /// <summary>Largest width in each piece, grid units.</summary>
    public float[] Width { get; } = new float[count];

    public long[] TwiceArea { get; } = new long[count];

    /// <summary>First side of each piece in <see cref="SideParcels"/>, and one past the last.</summary>
    public int[] SideStart { get; } = new int[count + 1];

    public int[] SideParcels { get; set; } = [];

    /// <summary>Raises the width of a piece; several threads may do so at once.</summary>
    public void Widen(int piece, float width)
    {
        var before = Width[piece];
        while (before < width)
        {
            var found = Interlocked.CompareExchange(ref Width[piece], width, before);
            if (found == before)
            {
                return;
            }

            before = found;
        }
    }
}
