using System.Collections.Concurrent;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Metrics;

/// <summary>What lies around the areas of a city and decides how compact they can be at all: who touches whom, the faces of the land, and the given borders.</summary>
public sealed class Surroundings
{
    internal static readonly WhyNot NotComputed = new(
        "no_surroundings", "What lies around was not computed: open the city that the outline lies in.",
        "未计算周边用地：请打开范围线所在的城市数据集。");

    private readonly City _city;
    private readonly int[] _stripStart;
    private readonly int[] _strips;
    private readonly ConcurrentBag<FabricMarks> _marks = [];
    private readonly Lazy<LandBlocks> _blocks;

    private Surroundings(City city, LandFabric fabric, ContiguityGraph graph, double streetWidth)
        : this(city, (fabric, graph), streetWidth, GivenLines.Of(city)) => (_stripStart, _strips) = StripsByParcel();

    private Surroundings(Surroundings before, City city, (LandFabric Fabric, ContiguityGraph Graph) land, (IReadOnlyList<int> Parcels, IReadOnlyList<int> Faces) changed)
        : this(city, land, before.StreetWidth, before.Given) => (_stripStart, _strips) = StripsAfter(before, changed);

    private Surroundings(City city, (LandFabric Fabric, ContiguityGraph Graph) land, double streetWidth, GivenLines given)
    {
        (Fabric, Graph) = land;
        _city = city;
        StreetWidth = streetWidth;
        Given = given;
        _blocks = new Lazy<LandBlocks>(() => LandBlocks.Of(land.Graph));
        (_stripStart, _strips) = ([], []);
    }

    /// <summary>Who touches whom.</summary>
    public ContiguityGraph Graph { get; }

    /// <summary>The faces of the land.</summary>
    public LandFabric Fabric { get; }

    /// <summary>Borders that no planner chooses.</summary>
    public GivenLines Given { get; }

    /// <summary>Widest street that lies inside an area, metres.</summary>
    public double StreetWidth { get; }

    /// <summary>Which parcels border each other with no street between.</summary>
    public LandBlocks Blocks => _blocks.Value;

    /// <summary>Gathers them once for all areas of a city.</summary>
    /// <param name="city">The city.</param>
    /// <param name="fabric">Its land fabric.</param>
    /// <param name="graph">Its contiguity graph.</param>
    /// <param name="streetWidth">Widest street that lies inside an area, metres.</param>
    public static Surroundings Of(City city, LandFabric fabric, ContiguityGraph graph, double streetWidth) =>
        new(city, fabric, graph, streetWidth);

    /// <summary>What lies around in the same city with a parcel split: what nature, rail and law draw is the same.</summary>
    /// <param name="city">The city after.</param>
    /// <param name="land">Its fabric, in which faces that stay have their numbers, and its graph.</param>
    /// <param name="changed">The parcels beside any face that came or went, and the faces that came, ascending.</param>
    internal Surroundings After(City city, (LandFabric Fabric, ContiguityGraph Graph) land, (IReadOnlyList<int> Parcels, IReadOnlyList<int> Faces) changed) =>
        new(this, city, land, changed);

    /// <summary>The strips, junctions and voids that a parcel is a side of, ascending; all narrow enough to lie inside an area.</summary>
    internal ReadOnlySpan<int> StripsOf(int parcel) => _strips.AsSpan(_stripStart[parcel].._stripStart[parcel + 1]);

    /// <summary>Middle of a parcel's box, grid units.</summary>
    internal (double X, double Y) CentreOf(int parcel)
    {
        var box = _city.Parcels.Shapes.BoxOf(parcel);
        return (((double)box.MinX + box.MaxX) / 2, ((double)box.MinY + box.MaxY) / 2);
    }

    /// <summary>Clean marks for one group.</summary>
    internal FabricMarks RentMarks() =>
        _marks.TryTake(out var marks) ? marks : new FabricMarks(Fabric.FaceCount, Fabric.ParcelCount);

    /// <summary>Takes marks back; they are clean again.</summary>
    internal void ReturnMarks(FabricMarks marks) => _marks.Add(marks);

    private bool MayLieInside(int face)
    {
        var sides = Fabric.SideStart[face + 1] - Fabric.SideStart[face];
        var fewest = Fabric.FaceKinds[face] switch { FaceKind.Street => 2, FaceKind.Void => 1, _ => int.MaxValue };
        return sides >= fewest && Fabric.StripWidthM[face] <= StreetWidth;
    }

    // What comes has taken the numbers of what went.
    private (int[] Start, int[] Strips) StripsAfter(Surroundings before, (IReadOnlyList<int> Parcels, IReadOnlyList<int> Faces) changed)
    {
        var come = changed.Faces.ToHashSet();
        var inside = changed.Faces.Where(MayLieInside).ToList();
        int[] StripsNow(int parcel)
        {
            int[] kept = parcel < before._stripStart.Length - 1 ? before.StripsOf(parcel).ToArray() : [];
            return [.. kept.Where(face => !come.Contains(face)).Concat(inside.Where(face => SidesOf(face).Contains(parcel))).Order()];
        }

        return CompressedRows.With<int>(before._stripStart, before._strips, changed.Parcels.ToDictionary(parcel => parcel, StripsNow), Fabric.ParcelCount);
    }

    private ReadOnlySpan<int> SidesOf(int face) => Fabric.SideParcels[Fabric.SideStart[face]..Fabric.SideStart[face + 1]];

    private (int[] Start, int[] Strips) StripsByParcel()
    {
        var start = new int[Fabric.ParcelCount + 1];
        for (var face = 0; face < Fabric.FaceCount; face++)
        {
            foreach (var side in MayLieInside(face) ? SidesOf(face) : [])
            {
                start[side + 1]++;
            }
        }

        for (var parcel = 0; parcel < Fabric.ParcelCount; parcel++)
        {
            start[parcel + 1] += start[parcel];
        }

        int[] strips = new int[start[^1]], next = start[..^1];
        for (var face = 0; face < Fabric.FaceCount; face++)
        {
            foreach (var side in MayLieInside(face) ? SidesOf(face) : [])
            {
                strips[next[side]++] = face;
            }
        }

        return (start, strips);
    }
}
