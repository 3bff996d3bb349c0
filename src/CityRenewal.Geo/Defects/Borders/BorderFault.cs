namespace CityRenewal.Geo.Defects;

/// <summary>What a look at the corners of one parcel found.</summary>
/// <param name="Row">The parcel.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Vertex">The corner, a vertex of the layer.</param>
/// <param name="Metres">Shift, width of the gap, or size of the noise.</param>
internal readonly record struct BorderFault(int Row, BorderFaultKind Kind, int Vertex, double Metres);

/// <summary>Kinds of faults at the corners of a parcel.</summary>
internal enum BorderFaultKind : byte
{
    /// <summary>All corners moved by the same vector.</summary>
    Offset = 0,

    /// <summary>Corners moved by millimetres to centimetres, each its own way.</summary>
    Noise = 1,

    /// <summary>All corners beside the neighbours, outside them.</summary>
    Gap = 2,

    /// <summary>A vertex on a straight border that only this parcel has.</summary>
    Unnoded = 3,
}
