using CityRenewal.Geo.Service.Faults;

namespace CityRenewal.Geo.Service.Rpc.Registers;

/// <summary>Names of registers and their entries on the wire.</summary>
internal static class RegisterNames
{
    /// <summary>The name of a register.</summary>
    public static string Of(string city) => $"cities/{city}/register";

    /// <summary>The name of an entry.</summary>
    public static string Of(string city, string entry) => $"{Of(city)}/entries/{entry}";

    /// <summary>The city of a register's name.</summary>
    /// <exception cref="BadRequestException">It is no such name.</exception>
    public static string CityOf(string name, string field) =>
        name.Split('/') is ["cities", { Length: > 0 } city, "register"]
            ? city
            : throw new BadRequestException([new FieldProblem(field, $"'{name}' is no name of this kind; write cities/ID/register.")]);

    /// <summary>The city and the entry of an entry's name.</summary>
    /// <exception cref="BadRequestException">It is no such name.</exception>
    public static (string City, string Entry) Ids(string name, string field) =>
        name.Split('/') is ["cities", { Length: > 0 } city, "register", "entries", { Length: > 0 } entry]
            ? (city, entry)
            : throw new BadRequestException([new FieldProblem(field, $"'{name}' is no name of this kind; write cities/ID/register/entries/ID.")]);
}
