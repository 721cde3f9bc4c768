"""What is said to whom: questions, answers and their buttons, the same in Telegram and in the terminal.

Nothing here knows how a message travels. Every function takes what a `Session` wrote or pressed and returns what to show; all of them may
block on the index or the store, so a front end that serves several chats calls them from a thread.
"""
