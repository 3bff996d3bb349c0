using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>The land that some faces of the fabric enclose: what cannot be left without crossing them.</summary>
internal sealed class EnclosedFaces(LandFabric fabric)
{
    /// <summary>The enclosed regions, each with its faces and twice its area, by their smallest face.</summary>
    public IReadOnlyList<(List<int> Faces, long TwiceArea)> Of(HashSet<int> area)
    {
        var box = BoxOf(area);
        var seen = new HashSet<int>(area);
        var regions = new List<(List<int> Faces, long TwiceArea)>();
        foreach (var start in area.Order().SelectMany(FacesBeside).Distinct().Order().ToList())
        {
            if (!seen.Add(start))
            {
                continue;
            }

            var region = new List<int> { start };
            var isOpen = false;
            for (var at = 0; at < region.Count; at++)
            {
                if (region[at] == 0 || ReachesBeyond(region[at], box))
                {
                    isOpen = true;
                    continue;
                }

                region.AddRange(FacesBeside(region[at]).Where(seen.Add).ToList());
            }

            if (!isOpen)
            {
                region.Sort();
                regions.Add((region, region.Sum(face => fabric.TwiceArea[face])));
            }
        }

        return [.. regions.OrderBy(region => region.Faces[0])];
    }

    private bool ReachesBeyond(int face, GridBox box) => EdgesOf(face).Any(h =>
    {
        int x = fabric.VertexX[fabric.Origin[h]], y = fabric.VertexY[fabric.Origin[h]];
        return x < box.MinX || x > box.MaxX || y < box.MinY || y > box.MaxY;
    });

    private GridBox BoxOf(HashSet<int> faces)
    {
        int minX = int.MaxValue, minY = int.MaxValue, maxX = int.MinValue, maxY = int.MinValue;
        foreach (var h in faces.SelectMany(EdgesOf))
        {
            int x = fabric.VertexX[fabric.Origin[h]], y = fabric.VertexY[fabric.Origin[h]];
            (minX, maxX) = (Math.Min(minX, x), Math.Max(maxX, x));
            (minY, maxY) = (Math.Min(minY, y), Math.Max(maxY, y));
        }

        return new GridBox(minX, minY, maxX, maxY);
    }

    private IEnumerable<int> FacesBeside(int face) => EdgesOf(face).Select(h => fabric.Face[h ^ 1]);

    private IEnumerable<int> EdgesOf(int face)
    {
        for (var ring = fabric.FaceRingStart[face]; ring < fabric.FaceRingStart[face + 1]; ring++)
        {
            var first = fabric.FaceRings[ring];
            var h = first;
            do
            {
                yield return h;
                h = fabric.Next[h];
            }
            while (h != first);
        }
    }
}
