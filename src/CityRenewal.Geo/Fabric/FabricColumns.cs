namespace CityRenewal.Geo.Fabric;

/// <summary>The arrays of a land fabric; only this folder sees them as arrays.</summary>
internal sealed class FabricColumns
{
    public required FaceGraph Graph { get; init; }

    public required FaceKind[] FaceKinds { get; init; }

    public required int[] FaceParcel { get; init; }

    public required bool[] FaceInStudyArea { get; init; }

    public required long[] TwiceArea { get; init; }

    public required int[] SideStart { get; init; }

    public required int[] SideParcels { get; init; }

    public required float[] StripWidthM { get; init; }

    public required int[] ParcelFaceStart { get; init; }

    public required int[] ParcelFaces { get; init; }

    public required double[] GainedM2 { get; init; }

    public required double[] LostM2 { get; init; }
}
