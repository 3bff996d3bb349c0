using System.Numerics;

namespace CityRenewal.Geo.Fabric;

/// <summary>A set of face numbers that is filled, asked and emptied often.</summary>
internal sealed class FaceSet
{
    private int[] _slots = new int[64];
    private int _count;

    public void Clear(int expected)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, expected * 2));
        if (size == _slots.Length)
        {
            Array.Clear(_slots);
        }
        else
        {
            _slots = new int[size];
        }

        _count = 0;
    }

    /// <summary>Adds a face; false where it was in the set already.</summary>
    public bool Add(int face)
    {
        if (_count * 2 >= _slots.Length)
        {
            Grow();
        }

        var slot = SlotOf(face);
        if (_slots[slot] != 0)
        {
            return false;
        }

        _slots[slot] = face + 1;
        _count++;
        return true;
    }

    public bool Contains(int face) => _slots[SlotOf(face)] != 0;

    private int SlotOf(int face)
    {
        var mask = _slots.Length - 1;
        var slot = (int)(((uint)face * 2654435769u) >> 12) & mask;
        while (_slots[slot] != 0 && _slots[slot] != face + 1)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new int[old.Length * 2];
        foreach (var value in old)
        {
            if (value != 0)
            {
                _slots[SlotOf(value - 1)] = value;
            }
        }
    }
}
