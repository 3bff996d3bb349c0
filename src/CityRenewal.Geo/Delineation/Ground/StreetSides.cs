using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Delineation;

/// <summary>Which nodes are sides of which street nodes, readable from both ends.</summary>
internal sealed class StreetSides
{
    private readonly int[] _start;
    private readonly int[] _others;

    public StreetSides(LandFabric fabric, int[] nodeOfParcel, int[] streetFace)
    {
        _start = new int[streetFace.Length + 1];
        Visit(fabric, nodeOfParcel, streetFace, (street, side) =>
        {
            _start[street + 1]++;
            _start[side + 1]++;
        });
        for (var node = 1; node < _start.Length; node++)
        {
            _start[node] += _start[node - 1];
        }

        var filled = _start[..^1];
        _others = new int[_start[^1]];
        Visit(fabric, nodeOfParcel, streetFace, (street, side) =>
        {
            _others[filled[street]++] = side;
            _others[filled[side]++] = street;
        });
    }

    /// <summary>The sides of a street, or the streets that a parcel's node is a side of; may repeat.</summary>
    public ReadOnlySpan<int> Of(int node) => _others.AsSpan(_start[node].._start[node + 1]);

    private static void Visit(LandFabric fabric, int[] nodeOfParcel, int[] streetFace, Action<int, int> found)
    {
        for (var node = 0; node < streetFace.Length; node++)
        {
            if (streetFace[node] >= 0)
            {
                var face = streetFace[node];
                foreach (var side in fabric.SideParcels[fabric.SideStart[face]..fabric.SideStart[face + 1]])
                {
                    found(node, nodeOfParcel[side]);
                }
            }
        }
    }
}
