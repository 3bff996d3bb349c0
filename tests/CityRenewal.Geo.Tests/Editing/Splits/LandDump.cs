using System.Globalization;
using System.Text;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Tests.Editing;

/// <summary>What lies where, to the last bit, by where it lies and not by the numbers of faces, half-edges and vertices.</summary>
internal static class LandDump
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static IEnumerable<string> Of(LandFabric fabric)
    {
        yield return $"{fabric.VertexCount} vertices {fabric.HalfEdgeCount} half-edges {fabric.FaceCount} faces {fabric.Ledger}";
        foreach (var face in Enumerable.Range(1, fabric.FaceCount - 1).Select(face => Face(fabric, face)).Order(StringComparer.Ordinal))
        {
            yield return face;
        }

        for (var row = 0; row < fabric.ParcelCount; row++)
        {
            yield return string.Create(Culture, $"{row} gained {fabric.GainedM2[row]:R} lost {fabric.LostM2[row]:R}");
            foreach (var face in fabric.ParcelFaces[fabric.ParcelFaceStart[row]..fabric.ParcelFaceStart[row + 1]].ToArray())
            {
                yield return $"{row} covers {Face(fabric, face)}";
            }
        }

        foreach (var right in fabric.StackedRights)
        {
            yield return right.ToString();
        }

        foreach (var shape in fabric.UnusableShapes)
        {
            yield return shape.ToString();
        }
    }

    public static IEnumerable<string> Of(ContiguityGraph graph)
    {
        for (var pair = 0; pair < graph.PairCount; pair++)
        {
            yield return $"{graph.A[pair]} {graph.B[pair]} shared {graph.SharedLength[pair]} facing {graph.FacingLength[pair]} {graph.BarrierKinds[graph.Barrier[pair]]}";
        }

        for (var parcel = 0; parcel < graph.ParcelCount; parcel++)
        {
            var (start, end) = (graph.NeighbourStart[parcel], graph.NeighbourStart[parcel + 1]);
            yield return $"{parcel}: {string.Join(' ', graph.Neighbours[start..end].ToArray())} by {string.Join(' ', graph.NeighbourPairs[start..end].ToArray())}";
        }
    }

    public static IEnumerable<string> Of(City city, ParcelFacts facts)
    {
        for (var row = 0; row < facts.Count; row++)
        {
            var sums = facts.Sums;
            var text = new StringBuilder().Append(Culture, $"{row} {city.Parcels.Ids[row]} {facts.AreaM2[row]:R} {sums.FloorArea[row]} {sums.Footprint[row]:R} {sums.Households[row]:R} {sums.People[row]:R} ")
                .Append(Culture, $"{sums.Buildings[row]} {sums.UnknownFloorAreas[row]} {sums.UnknownPeople[row]} items {string.Join(' ', facts.ProtectedItems.ItemsOf(row).ToArray())} ")
                .Append(Culture, $"buildings {string.Join(' ', facts.BuildingShares.BuildingsOf(row).ToArray())} box {facts.Lots.Boxes.Boxes[row]} ")
                .Append(Culture, $"outside {facts.OutsideUdb?.AreaOf(row):R} {facts.OutsideUdb?.WidthOf(row):R}");
            Write(text, facts.Columns, row);
            foreach (var (name, shares) in facts.Divisions)
            {
                text.Append(Culture, $" {name} {shares.Main[row]} {string.Join(' ', shares.PartsOf(row).ToArray())}");
            }

            yield return text.ToString();
        }

        for (var building = 0; building < city.Buildings.Count; building++)
        {
            var text = new StringBuilder().Append(Culture, $"building {building} on {facts.BuildingShares.MainParcel[building]} in {facts.BuildingShares.Holders[building]} ")
                .Append(Culture, $"{string.Join(' ', facts.BuildingShares.ParcelsOf(building).ToArray())} items {string.Join(' ', facts.Buildings.ProtectedItems.ItemsOf(building).ToArray())}");
            Write(text, facts.Buildings.Columns, building);
            yield return text.ToString();
        }
    }

    private static void Write(StringBuilder text, IReadOnlyList<LayerColumn> columns, int row)
    {
        foreach (var column in columns)
        {
            text.Append(Culture, $" {column.Name} {column.AreaOf(row):R} of {column.WholeOf(row):R} {column.Coverages[row]}");
        }
    }

    /// <summary>A face with its rings. Those of a parcel begin where they begin; where those of open land do means nothing.</summary>
    public static string Face(LandFabric fabric, int face)
    {
        var text = new StringBuilder().Append(Culture, $"{fabric.FaceKinds[face]} of {fabric.FaceParcel[face]} inside {fabric.FaceInStudyArea[face]} {fabric.TwiceArea[face]} wide {fabric.StripWidthM[face]:R} ")
            .Append(Culture, $"between {string.Join(' ', fabric.SideParcels[fabric.SideStart[face]..fabric.SideStart[face + 1]].ToArray())}");
        foreach (var ring in fabric.FaceRings[fabric.FaceRingStart[face]..fabric.FaceRingStart[face + 1]])
        {
            var points = new List<(int X, int Y)>();
            var h = ring;
            do
            {
                Assert.Equal(face, fabric.Face[h]);
                Assert.Equal(fabric.Target(h), fabric.Origin[fabric.Next[h]]);
                points.Add((fabric.VertexX[fabric.Origin[h]], fabric.VertexY[fabric.Origin[h]]));
                h = fabric.Next[h];
            }
            while (h != ring);

            var first = fabric.FaceParcel[face] >= 0 ? 0 : points.IndexOf(points.Min());
            text.Append(" ring ").AppendJoin(' ', points.Skip(first).Concat(points.Take(first)));
        }

        return text.ToString();
    }
}
