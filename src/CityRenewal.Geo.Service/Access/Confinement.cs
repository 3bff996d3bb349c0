using System.Collections;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Operating.Calls;
using CityRenewal.Geo.Service.Runs;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Code = Google.Rpc.Code;

namespace CityRenewal.Geo.Service.Access;

/// <summary>
/// Keeps a caller to the caller's districts. It reads every name in a request, whatever the message is, so that a call that is
/// new to the contract is confined from its first day; from lists it leaves out what the caller may not see.
/// </summary>
internal sealed class Confinement(RunQueue runs)
{
    private const string Cities = "cities/", Operations = "operations/", CityId = "city_id";

    /// <exception cref="RefusedException">The request names a city of others.</exception>
    public void Require(Caller caller, IMessage request)
    {
        foreach (var (field, city) in CitiesOf(request))
        {
            if (!caller.MayTouch(city))
            {
                // The same words whether there is such a city or not.
                throw new RefusedException(Code.PermissionDenied, "OTHER_DISTRICT", $"You may not see or touch cities/{city}; you are confined to {string.Join(", ", caller.Districts)}.")
                {
                    Problems = [new FieldProblem(field, "Name a city of your districts.")],
                };
            }
        }
    }

    /// <summary>Takes out of a list what the caller may not see.</summary>
    public void Filter(Caller caller, IMessage answer)
    {
        foreach (var field in answer.Descriptor.Fields.InDeclarationOrder())
        {
            if (field is { IsRepeated: true, IsMap: false, FieldType: FieldType.Message } && field.Accessor.GetValue(answer) is IList rows)
            {
                for (var i = rows.Count - 1; i >= 0; i--)
                {
                    if (NameOf((IMessage)rows[i]!) is { } name && CityOf(name) is { } city && !caller.MayTouch(city))
                    {
                        rows.RemoveAt(i);
                    }
                }
            }
            else if (field is { IsRepeated: true, FieldType: FieldType.String } && field.Accessor.GetValue(answer) is IList names)
            {
                for (var i = names.Count - 1; i >= 0; i--)
                {
                    if (CityOf((string)names[i]!) is { } city && !caller.MayTouch(city))
                    {
                        names.RemoveAt(i);
                    }
                }
            }
        }
    }

    /// <summary>The city that a name lies in; null where it lies in none.</summary>
    public string? CityOf(string name) =>
        name.StartsWith(Cities, StringComparison.Ordinal) ? name[Cities.Length..].Split('/')[0]
        : name.StartsWith(Operations, StringComparison.Ordinal) ? runs.Find(name[Operations.Length..].Split('/')[0])?.City
        : null;

    private IEnumerable<(string Field, string City)> CitiesOf(IMessage message) =>
        from text in MessageTexts.Of(message)
        let city = text.Field.Name == CityId ? text.Value : CityOf(text.Value)
        where city is not null
        select (text.Field.Name, city);

    private static string? NameOf(IMessage row) =>
        row.Descriptor.FindFieldByName("name") is { FieldType: FieldType.String, IsRepeated: false } name ? (string)name.Accessor.GetValue(row) : null;
}
