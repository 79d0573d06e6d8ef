using Core.Languages;
using Microsoft.AspNetCore.Components;

namespace Service.Portal.Layout;

/// <summary>A piece of a page that speaks the page's language, which the shell around it gives; English to staff.</summary>
public abstract class Worded : ComponentBase
{
    /// <summary>The language of the page.</summary>
    [CascadingParameter]
    public Texts? Language { get; set; }

    /// <summary>The texts of the page's language.</summary>
    protected Texts Say => Language ?? Texts.English;
}

/// <summary>A whole page for requesters, in the language of its frame.</summary>
public abstract class WordedPage : ComponentBase
{
    /// <summary>What stands around the page.</summary>
    [Parameter, EditorRequired]
    public required Frame Frame { get; set; }

    /// <summary>The texts of the page's language.</summary>
    protected Texts Say => Frame.Say;
}
