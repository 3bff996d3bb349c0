using System.Diagnostics;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Service.Rpc.Registers;

/// <summary>The registers that the office keeps; one change at a time, so that an etag holds until the change is made.</summary>
internal sealed class RegisterKeeping(CityShelf shelf)
{
    private readonly Lock _changing = new();

    /// <summary>A register by its name.</summary>
    public (IOfficeCity City, RenewalRegister Register) Read(string name, string field)
    {
        var city = CityRequests.Kept(shelf, RegisterNames.CityOf(name, field));
        return (city, city.ReadRegister());
    }

    /// <summary>An entry by its name.</summary>
    /// <exception cref="MissingException">There is none of that name.</exception>
    public (IOfficeCity City, RenewalRegister Register, RegisterEntry Entry) Find(string name)
    {
        var ids = RegisterNames.Ids(name, "name");
        var (city, register) = Read(RegisterNames.Of(ids.City), "name");
        return (city, register, register.Find(ids.Entry)
            ?? throw new MissingException("NO_SUCH_ENTRY", $"{ids.Entry} is not registered in {ids.City}; list the entries of its register to see which are."));
    }

    /// <summary>Registers an entry.</summary>
    public V1.RegisterEntry Add(IOfficeCity city, EntryDraft draft, Receipt receipt)
    {
        lock (_changing)
        {
            V1.RegisterEntry? added = null;
            city.AddToRegister(draft.Entry, draft.Baseline, register => receipt.For(added = Message(city, register, draft.Entry.Id)));
            return added!;
        }
    }

    /// <summary>Changes an entry.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="etag">Its etag as the caller saw it; empty takes any.</param>
    /// <param name="change">Makes the change, and has the answer kept with it.</param>
    /// <param name="receipt">What the request may come again by.</param>
    /// <exception cref="OfficeConflictException">It is another one by now.</exception>
    public V1.RegisterEntry Change(
        string name, string etag, Action<IOfficeCity, RegisterEntry, Func<RenewalRegister, RequestRecord?>> change, Receipt receipt)
    {
        lock (_changing)
        {
            var (city, register, entry) = Find(name);
            if (etag.Length > 0 && etag != Message(city, register, entry.Id).Etag)
            {
                throw new OfficeConflictException(OfficeConflict.Changed, $"The entry {name} was changed since it was read; read it again.");
            }

            V1.RegisterEntry? changed = null;
            change(city, entry, after => receipt.For(changed = Message(city, after, entry.Id)));
            return changed!;
        }
    }

    private static V1.RegisterEntry Message(IOfficeCity city, RenewalRegister register, string id) =>
        register.Find(id) is { } entry ? RegisterMessages.ToMessage(city.Id, entry, register.BaselineOf(entry.Area)) : throw new UnreachableException();
}
