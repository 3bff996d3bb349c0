using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Tests.Fabric;

/// <summary>What must hold for every fabric, checked from scratch.</summary>
internal static class FabricInvariants
{
    public static void Check(LandFabric fabric, City city)
    {
        CheckRings(fabric);
        CheckAreas(fabric, city);
        CheckEuler(fabric);
        CheckSides(fabric);
        Assert.Equal(Int128.Zero, fabric.Ledger.TwiceResidual);
    }

    private static void CheckRings(LandFabric fabric)
    {
        var seen = new int[fabric.HalfEdgeCount];
        for (var face = 0; face < fabric.FaceCount; face++)
        {
            for (var ring = fabric.FaceRingStart[face]; ring < fabric.FaceRingStart[face + 1]; ring++)
            {
                var h = fabric.FaceRings[ring];
                do
                {
                    Assert.Equal(face, fabric.Face[h]);
                    Assert.Equal(fabric.Target(h), fabric.Origin[fabric.Next[h]]);
                    Assert.True(++seen[h] == 1, $"half-edge {h} lies on two rings");
                    h = fabric.Next[h];
                }
                while (h != fabric.FaceRings[ring]);
            }
        }

        Assert.All(seen, count => Assert.Equal(1, count));
    }

    private static void CheckAreas(LandFabric fabric, City city)
    {
        var sums = new Int128[fabric.FaceCount];
        for (var h = 0; h < fabric.HalfEdgeCount; h++)
        {
            int a = fabric.Origin[h], b = fabric.Target(h);
            sums[fabric.Face[h]] += ((Int128)fabric.VertexX[a] * fabric.VertexY[b]) - ((Int128)fabric.VertexX[b] * fabric.VertexY[a]);
        }

        for (var face = 1; face < fabric.FaceCount; face++)
        {
            Assert.Equal(sums[face], fabric.TwiceArea[face]);
            Assert.True(fabric.TwiceArea[face] > 0, $"face {face} has no area");
        }

        for (var row = 0; row < fabric.ParcelCount; row++)
        {
            if (city.Parcels.Position[row] != RightsPosition.Surface)
            {
                continue;
            }

            Int128 faces = 0;
            for (var i = fabric.ParcelFaceStart[row]; i < fabric.ParcelFaceStart[row + 1]; i++)
            {
                faces += fabric.TwiceArea[fabric.ParcelFaces[i]];
            }

            var expected = city.Plane.SquareMetresOfTwice(city.Parcels.Shapes.TwiceAreaOf(row)) + fabric.GainedM2[row] - fabric.LostM2[row];
            Assert.True(fabric.GainedM2[row] >= 0 && fabric.LostM2[row] >= 0);
            Assert.Equal(expected, city.Plane.SquareMetresOfTwice(faces), 1e-6);
        }
    }

    // V − E + F = 1 + C, C connected pieces of border.
    private static void CheckEuler(LandFabric fabric)
    {
        var parents = Enumerable.Range(0, fabric.VertexCount).ToArray();
        var used = new bool[fabric.VertexCount];
        for (var h = 0; h < fabric.HalfEdgeCount; h += 2)
        {
            used[fabric.Origin[h]] = used[fabric.Origin[h + 1]] = true;
            int a = Root(parents, fabric.Origin[h]), b = Root(parents, fabric.Origin[h + 1]);
            parents[Math.Max(a, b)] = Math.Min(a, b);
        }

        var vertices = used.Count(isUsed => isUsed);
        var pieces = Enumerable.Range(0, used.Length).Count(v => used[v] && parents[v] == v);
        Assert.Equal(1 + pieces, vertices - (fabric.HalfEdgeCount / 2) + fabric.FaceCount);
    }

    private static int Root(int[] parents, int i)
    {
        while (parents[i] != i)
        {
            i = parents[i] = parents[parents[i]];
        }

        return i;
    }

    private static void CheckSides(LandFabric fabric)
    {
        for (var face = 0; face < fabric.FaceCount; face++)
        {
            var isOpen = fabric.FaceKinds[face] is FaceKind.Street or FaceKind.Void;
            Assert.Equal(isOpen, fabric.StripWidthM[face] > 0);
            Assert.Equal(fabric.FaceKinds[face] is FaceKind.Parcel or FaceKind.Overlap, fabric.FaceParcel[face] >= 0);
            if (!isOpen)
            {
                Assert.Equal(fabric.SideStart[face], fabric.SideStart[face + 1]);
            }
        }
    }
}
