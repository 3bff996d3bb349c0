using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Parcels that cover land of others, read from the overlap faces of the fabric: differences below the snapping tolerance
/// are gone there, and rights above and under ground are no part of it.
/// </summary>
internal static class OverlapCheck
{
    /// <summary>Findings on the parcels that explain the overlaps, each with its overlapped land.</summary>
    public static List<CityFinding> Of(City city, LandFabric fabric, bool[]? spoilt)
    {
        var covers = new Dictionary<int, List<int>>();
        for (var row = 0; row < fabric.ParcelCount; row++)
        {
            foreach (var face in fabric.ParcelFaces[fabric.ParcelFaceStart[row]..fabric.ParcelFaceStart[row + 1]])
            {
                if (fabric.FaceKinds[face] == FaceKind.Overlap)
                {
                    (covers.TryGetValue(face, out var rows) ? rows : covers[face] = []).Add(row);
                }
            }
        }

        var faces = new Dictionary<(int A, int B), List<int>>();
        foreach (var (face, rows) in covers.OrderBy(cover => cover.Key))
        {
            foreach (var (a, b) in PairsOf(rows).Where(pair => spoilt is null || !(spoilt[pair.A] || spoilt[pair.B])))
            {
                (faces.TryGetValue((a, b), out var shared) ? shared : faces[(a, b)] = []).Add(face);
            }
        }

        return [.. Culprits.Of(faces.Keys).Select(named => FindingOf(named.Key, named.Value, faces, (city, fabric)))];
    }

    private static IEnumerable<(int A, int B)> PairsOf(List<int> rows) =>
        from a in rows
        from b in rows
        where a < b
        select (a, b);

    private static CityFinding FindingOf(
        int row, List<int> others, Dictionary<(int A, int B), List<int>> faces, (City City, LandFabric Fabric) ground)
    {
        var (city, fabric) = ground;
        int[] land = [.. others.SelectMany(other => faces[(Math.Min(row, other), Math.Max(row, other))]).Distinct().Order()];
        var outline = OutlineWalk.Of(fabric.Columns.Graph, land);
        Int128 twice = 0;
        foreach (var face in land)
        {
            twice += fabric.TwiceArea[face];
        }

        var squareMetres = city.Plane.SquareMetresOfTwice(twice);
        var names = string.Join(", ", others.Take(3).Select(other => city.Parcels.Ids[other]));
        return new CityFinding(
            BorderDefects.Overlap,
            LayerNames.Parcels,
            row,
            FormattableString.Invariant($"{squareMetres:0.##} m² of {names}{(others.Count > 3 ? $" and {others.Count - 3} more" : "")}"))
        {
            At = (outline.X[0], outline.Y[0]),
            Outline = outline,
        };
    }
}
