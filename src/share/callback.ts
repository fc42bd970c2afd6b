/** The page of a site that sign-in providers send readers back to: its name, and how it is told from any other page. */

export const CALLBACK_PAGE = 'oauth2callback.html';

export const CALLBACK_MARK = 'data-tablit="oauth2callback"';
