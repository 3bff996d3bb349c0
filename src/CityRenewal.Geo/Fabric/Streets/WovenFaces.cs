namespace CityRenewal.Geo.Fabric;

/// <summary>The links of a woven fabric, and where the faces of the arrangement and the strips are in it.</summary>
internal sealed class WovenFaces(int[] newFace, int firstStrip, int stripCount)
{
    public int FaceCount => firstStrip + stripCount;

    public int FirstStrip => firstStrip;

    public int[] Origin { get; set; } = [];

    public int[] Next { get; set; } = [];

    public int[] Face { get; set; } = [];

    public int[] FaceRingStart { get; set; } = [];

    public int[] FaceRings { get; set; } = [];

    /// <summary>The face of the fabric that a closed face of the arrangement became; -1 for one that was cut.</summary>
    public int NewFaceOf(int face) => newFace[face];

    /// <summary>The face of a strip.</summary>
    public int FaceOfStrip(int strip) => strip == StripGroups.Beyond ? 0 : firstStrip + strip;
}
