namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>A face of a <see cref="Mesh"/>: corners anticlockwise, and per side what lies along it.</summary>
internal sealed class MeshFace
{
    /// <summary>Indices of the vertices.</summary>
    public List<int> Corners { get; } = [];

    /// <summary>Per side (from its corner to the next) a number of the caller's, kept when sides are divided.</summary>
    public List<int> Sides { get; } = [];

    /// <summary>How often the face has been cut so far.</summary>
    public int Depth { get; set; }

    /// <summary>Which half of the first cut the face comes from.</summary>
    public int Half { get; set; }

    /// <summary>Area on the drawing board, m².</summary>
    public double Area { get; set; }

    /// <summary>Forgets everything, for the next block.</summary>
    public void Clear()
    {
        Corners.Clear();
        Sides.Clear();
        (Depth, Half, Area) = (0, 0, 0);
    }

    /// <summary>Corner k; k may run one round over.</summary>
    public int Corner(int k) => Corners[k < Corners.Count ? k : k - Corners.Count];
}
